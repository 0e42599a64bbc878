/* One story that converts the same amount in two ways: whatever the rate, one of the two is not what the desk meant. */
#include "check/conversion.h"

void dj_check_conversion_inconsistent(dj_checking *k)
{
    dj_conversions all = {0};
    dj_conversion_groups groups = {0};
    dj_conversions_find(k, &all);
    dj_conversions_group(k, &all, &groups);
    for (size_t g = 0; g < groups.n; g++)
        for (size_t v = 0; v < groups.at[g].versions.n; v++)
            for (size_t w = v + 1; w < groups.at[g].versions.n; w++) {
                const dj_conversion_version *a = &groups.at[g].versions.at[v], *b = &groups.at[g].versions.at[w];
                for (size_t i = 0, j = 0; i < a->conversions.n && j < b->conversions.n;) {
                    const dj_conversion *x = a->conversions.at[i], *y = b->conversions.at[j];
                    int c = dj_slice_cmp(x->to->in->story->id, y->to->in->story->id);
                    i += c <= 0;
                    j += c >= 0;
                    if (c != 0)
                        continue;
                    const dj_mention *claims[] = {y->to, x->to, y->from, x->from};
                    dj_arg args[DJ_CONVERSION_ARGS];
                    dj_conversion_args(k, y, x, 1, args);
                    dj_finding *finding = dj_finding_new(k, k->info->severity, claims, 4);
                    dj_finding_tell(k, finding, NULL, y->fits && x->fits ? "days" : "apart", args, DJ_CONVERSION_ARGS);
                    break;
                }
            }
}
