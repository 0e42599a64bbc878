/* The configuration that a command works by. */
#ifndef DJ_CLI_CONFIGURED_H
#define DJ_CLI_CONFIGURED_H
#include "cli/cli.h"
#include "daejo.h"

#define DJ_CONFIG_NAME "daejo.yaml"

/* That of --config, or the daejo.yaml of the working directory or the nearest folder above it; NULL where there is none or
 * --no-config is given. What is wrong with it is told by dj_configured_rules, together with what is wrong with the rules. */
daejo_config *dj_configured(const dj_arguments *given);
/* The shipped rules, those of the configuration and those of --rules; NULL, and all that is wrong on stderr, where the rules or
 * the configuration cannot be used. */
daejo_rules *dj_configured_rules(const dj_arguments *given, const daejo_config *config);
/* What holds for a key of which one value counts: what the command line says, the configuration, or `fallback`. */
daejo_text dj_configured_value(const dj_arguments *given, const daejo_config *config, dj_option_name option, const char *key,
                               const char *fallback);
bool dj_text_is(daejo_text text, const char *word);
bool dj_to_stderr(void *context, const char *bytes, size_t n); /* a daejo_sink */
#endif
