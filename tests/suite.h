/* A CUnit program in two lines: SUITE("base/slice", {"an empty slice is equal to another", test_empty}, …) */
#ifndef TESTS_SUITE_H
#define TESTS_SUITE_H
#include <CUnit/Basic.h>

typedef struct test_case {
    const char *name; /* the behaviour, as a sentence */
    void (*run)(void);
} test_case;

static inline int suite_run(const char *name, const test_case *cases, size_t n)
{
    if (CU_initialize_registry() != CUE_SUCCESS)
        return 2;
    CU_pSuite suite = CU_add_suite(name, NULL, NULL);
    for (size_t i = 0; i < n; i++)
        CU_add_test(suite, cases[i].name, cases[i].run);
    CU_basic_set_mode(CU_BRM_VERBOSE);
    CU_basic_run_tests();
    unsigned failed = CU_get_number_of_failures();
    CU_cleanup_registry();
    return failed > 0;
}

#define SUITE(name, ...)                                                                                                         \
    int main(void)                                                                                                               \
    {                                                                                                                            \
        static const test_case cases[] = {__VA_ARGS__};                                                                          \
        return suite_run(name, cases, sizeof cases / sizeof cases[0]);                                                           \
    }
#endif
