/* Reference rates: at load each row is remembered as day and bytes, and checked unless the file is the one that the program was
 * built with; a price is read from its row when it is asked for. A run looks at some hundred cells of a hundred thousand, so
 * making decimals of all of them would be most of the program's start. Rows are kept newest first, as the European Central Bank
 * publishes them. */
#include "rule/rates.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "rule/tree.h"

enum {
    LONGEST_GAP = 10, /* days without a quote: Easter and Christmas close for four or five */
    RATE_DIGITS = 12, /* the ECB quotes six */
    MOST_DIGITS = 18, /* of a price: always fits a decimal */
    MOST_TOLD = 20, /* bad rows: the file is another one then */
    EURO = -1,
    UNQUOTED = -2,
};

typedef struct row {
    dj_slice line, cells; /* cells: what follows the date */
    dj_day day;
    uint32_t number; /* of the line, from 1 */
} row;

struct dj_rates {
    DJ_VEC(dj_slice) currencies; /* in column order */
    DJ_VEC(row) rows; /* newest first, one a day */
};

typedef struct loading {
    dj_arena *arena;
    dj_slice path;
    dj_diags *diags;
    dj_rates *rates;
    size_t n_bad;
    bool is_proven; /* read without an error when the program was built */
} loading;

static dj_place place_in(const loading *load, uint32_t number, dj_slice line, const char *at)
{
    size_t before = dj_utf8_count((dj_slice){line.at, (size_t)(at - line.at)});
    return (dj_place){load->path, number, (uint32_t)before + 1, line};
}

static dj_slice cut(dj_slice *rest, char end)
{
    const char *stop = rest->n ? memchr(rest->at, end, rest->n) : NULL;
    size_t n = stop ? (size_t)(stop - rest->at) : rest->n;
    dj_slice piece = {rest->at, n};
    size_t used = stop ? n + 1 : n;
    *rest = (dj_slice){rest->at + used, rest->n - used};
    return piece;
}

static bool is_unquoted(dj_slice cell)
{
    return cell.n == 0 || dj_slice_is(cell, "N/A");
}

/* digits with at most one point among them, not all of them zero */
static bool is_price(dj_slice cell)
{
    size_t digits = 0, points = 0;
    bool is_positive = false;
    for (size_t i = 0; i < cell.n; i++) {
        bool is_digit = cell.at[i] >= '0' && cell.at[i] <= '9';
        digits += is_digit;
        points += cell.at[i] == '.';
        is_positive |= is_digit && cell.at[i] != '0';
        if (!is_digit && (cell.at[i] != '.' || digits == 0 || i + 1 == cell.n))
            return false;
    }
    return is_positive && points <= 1 && digits <= MOST_DIGITS;
}

static int column_of(const dj_rates *rates, dj_slice currency)
{
    if (dj_slice_is(currency, "EUR"))
        return EURO;
    for (size_t i = 0; i < rates->currencies.n; i++)
        if (dj_slice_eq(rates->currencies.at[i], currency))
            return (int)i;
    return UNQUOTED;
}

static bool is_code(dj_slice name)
{
    bool fits = name.n == 3;
    for (size_t i = 0; i < name.n; i++)
        fits &= name.at[i] >= 'A' && name.at[i] <= 'Z';
    return fits;
}

static bool read_header(loading *load, dj_slice line)
{
    dj_slice rest = line, date = dj_slice_trim(cut(&rest, ','));
    if (!dj_slice_is(date, "Date")) {
        dj_error(load->diags, place_in(load, 1, line, line.at), "a file of rates begins with 'Date', not '%.*s'", DJ_FMT(date));
        return false;
    }
    while (rest.n) {
        const char *at = rest.at;
        dj_slice name = dj_slice_trim(cut(&rest, ','));
        if (name.n == 0 && rest.n == 0)
            break; /* a comma closes the ECB's lines */
        bool is_new = column_of(load->rates, name) == UNQUOTED;
        if (!is_code(name) || !is_new) {
            dj_error(load->diags, place_in(load, 1, line, at),
                     is_new ? "'%.*s' is no currency code" : "currency '%.*s' stands twice", DJ_FMT(name));
            return false;
        }
        *DJ_PUSH(load->arena, &load->rates->currencies) = name;
    }
    return true;
}

/* counts one more bad row and says whether it is told by itself */
static bool tells(loading *load)
{
    return ++load->n_bad <= MOST_TOLD;
}

/* The bytes of a price that ends at a comma or with the row, as nearly all cells do; 0 where what is here is not so plain. */
static size_t plain_price(dj_slice s)
{
    size_t n = 0, points = 0;
    bool is_positive = false;
    for (; n < s.n && ((s.at[n] >= '0' && s.at[n] <= '9') || s.at[n] == '.'); n++) {
        points += s.at[n] == '.';
        is_positive |= s.at[n] > '0';
    }
    bool is_plain = is_positive && (n == s.n || s.at[n] == ',') && points <= 1 && n <= MOST_DIGITS;
    return is_plain && s.at[0] != '.' && s.at[n - 1] != '.' ? n : 0;
}

static bool cells_fit(loading *load, const row *r)
{
    size_t n = 0, want = load->rates->currencies.n;
    for (dj_slice rest = r->cells; rest.n; n++) {
        size_t plain = plain_price(rest);
        if (plain) {
            rest = dj_slice_sub(rest, plain + (plain < rest.n), rest.n);
            continue;
        }
        const char *at = rest.at;
        dj_slice cell = dj_slice_trim(cut(&rest, ','));
        if (cell.n == 0 && rest.n == 0 && n == want)
            break;
        if (!is_unquoted(cell) && !is_price(cell)) {
            if (tells(load))
                dj_error(load->diags, place_in(load, r->number, r->line, at), "'%.*s' is no rate; the day is passed over",
                         DJ_FMT(cell));
            return false;
        }
    }
    if (n != want && tells(load))
        dj_error(load->diags, place_in(load, r->number, r->line, r->line.at),
                 "%zu rates under %zu currencies; the day is passed over", n, want);
    return n == want;
}

static void read_row(loading *load, dj_slice line, uint32_t number)
{
    row r = {.line = line, .cells = line, .number = number};
    dj_slice date = dj_slice_trim(cut(&r.cells, ','));
    if (date.n != strlen("2025-02-04") || !dj_iso_parse(date, &r.day)) {
        if (tells(load))
            dj_error(load->diags, place_in(load, number, line, line.at), "'%.*s' is no day; the line is passed over",
                     DJ_FMT(date));
    } else if (load->is_proven || cells_fit(load, &r)) {
        *DJ_PUSH(load->arena, &load->rates->rows) = r;
    }
}

static int newest_first(const void *a, const void *b)
{
    const row *x = a, *y = b;
    if (x->day != y->day)
        return x->day < y->day ? 1 : -1;
    return x->number < y->number ? -1 : 1;
}

static void order_rows(loading *load)
{
    dj_rates *rates = load->rates;
    bool is_ordered = true;
    for (size_t i = 1; i < rates->rows.n; i++)
        is_ordered &= rates->rows.at[i - 1].day > rates->rows.at[i].day;
    if (is_ordered)
        return;
    qsort(rates->rows.at, rates->rows.n, sizeof *rates->rows.at, newest_first);
    size_t kept = 0;
    for (size_t i = 0; i < rates->rows.n; i++) {
        const row *r = &rates->rows.at[i];
        if (kept == 0 || rates->rows.at[kept - 1].day != r->day)
            rates->rows.at[kept++] = *r;
        else if (tells(load))
            dj_error(load->diags, place_in(load, r->number, r->line, r->line.at),
                     "the day stands on line %u already; this line is passed over", (unsigned)rates->rows.at[kept - 1].number);
    }
    rates->rows.n = kept;
}

dj_rates *dj_rates_parse(dj_arena *arena, dj_slice path, dj_slice bytes, dj_diags *diags)
{
    loading load = {.arena = arena,
                    .path = path,
                    .diags = diags,
                    .rates = dj_alloc(arena, sizeof(dj_rates)),
                    .is_proven = dj_table_known(bytes)};
    dj_slice rest = bytes;
    if (dj_slice_starts(rest, DJ_S("\xEF\xBB\xBF")))
        rest = dj_slice_sub(rest, 3, rest.n);
    if (!read_header(&load, dj_slice_trim(cut(&rest, '\n'))))
        return NULL;
    for (uint32_t number = 2; rest.n; number++) {
        dj_slice line = dj_slice_trim(cut(&rest, '\n'));
        if (line.n)
            read_row(&load, line, number);
    }
    order_rows(&load);
    if (load.n_bad > MOST_TOLD)
        dj_error(diags, (dj_place){.path = path}, "%zu more lines were passed over", load.n_bad - MOST_TOLD);
    if (load.rates->rows.n)
        return load.rates;
    dj_error(diags, (dj_place){.path = path}, "no rates in it");
    return NULL;
}

dj_rates *dj_rates_load(dj_arena *arena, const char *path, dj_diags *diags)
{
    dj_slice bytes;
    if (!dj_file_read(arena, path, DJ_LIMIT_RATES_FILE, diags, &bytes))
        return NULL;
    return dj_rates_parse(arena, dj_slice_copy(arena, dj_slice_of(path)), bytes, diags);
}

static bool price_of(const row *r, int column, dj_dec *out)
{
    if (column == EURO) {
        *out = dj_dec_int(1);
        return true;
    }
    dj_slice rest = r->cells, cell = DJ_NONE;
    for (int i = 0; i <= column; i++)
        cell = cut(&rest, ',');
    cell = dj_slice_trim(cell);
    return !is_unquoted(cell) && dj_dec_parse(cell, out);
}

typedef struct columns {
    int from, to;
} columns;

static bool columns_of(const dj_rates *rates, dj_slice from, dj_slice to, columns *out)
{
    *out = (columns){column_of(rates, from), column_of(rates, to)};
    return out->from != UNQUOTED && out->to != UNQUOTED;
}

static bool cross(const row *r, columns pair, dj_dec *rate)
{
    dj_dec from, to;
    return price_of(r, pair.from, &from) && price_of(r, pair.to, &to) && dj_dec_div(to, from, RATE_DIGITS, false, rate);
}

/* index of the newest row on or before `day`; rows.n where there is none */
static size_t row_before(const dj_rates *rates, dj_day day)
{
    size_t low = 0, high = rates->rows.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (rates->rows.at[middle].day > day)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool dj_rate_on(const dj_rates *rates, dj_slice from, dj_slice to, dj_day day, dj_dec *rate, dj_day *of_day)
{
    columns pair;
    if (!columns_of(rates, from, to, &pair))
        return false;
    for (size_t i = row_before(rates, day); i < rates->rows.n; i++) {
        const row *r = &rates->rows.at[i];
        if ((int64_t)day - r->day > LONGEST_GAP)
            return false;
        if (cross(r, pair, rate)) {
            *of_day = r->day;
            return true;
        }
    }
    return false;
}

bool dj_rate_span(const dj_rates *rates, dj_slice from, dj_slice to, dj_day first, dj_day last, dj_dec *low, dj_dec *high)
{
    columns pair;
    if (!columns_of(rates, from, to, &pair))
        return false;
    bool is_found = false;
    for (size_t i = row_before(rates, last); i < rates->rows.n && rates->rows.at[i].day >= first; i++) {
        dj_dec rate;
        if (!cross(&rates->rows.at[i], pair, &rate))
            continue;
        if (!is_found || dj_dec_cmp(rate, *low) < 0)
            *low = rate;
        if (!is_found || dj_dec_cmp(rate, *high) > 0)
            *high = rate;
        is_found = true;
    }
    return is_found;
}

bool dj_rate_nearest(const dj_rates *rates, dj_slice from, dj_slice to, dj_day first, dj_day last, dj_dec low, dj_dec high,
                     dj_day *day, dj_dec *rate)
{
    columns pair;
    if (!columns_of(rates, from, to, &pair))
        return false;
    for (size_t i = row_before(rates, last); i < rates->rows.n && rates->rows.at[i].day >= first; i++) {
        dj_dec here;
        if (!cross(&rates->rows.at[i], pair, &here) || dj_dec_cmp(here, low) < 0 || dj_dec_cmp(here, high) > 0)
            continue;
        *day = rates->rows.at[i].day;
        *rate = here;
        return true;
    }
    return false;
}
