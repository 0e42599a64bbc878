/* The script for bash: one function, in which the tables are two case statements. It needs no library of completions. Where
 * files are wanted, readline's own completion of names does it, which knows of quotes and ~. */
#include "cli/completion.h"

static const char head[] =
    "# bash completion for daejo, as 'daejo completion bash' prints it.\n"
    "_daejo() {\n"
    "    local word=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]}\n"
    "    local kind= words= before= known\n"
    "    COMPREPLY=()\n"
    "    if [[ $word == = ]]; then # to bash, --option=value is three words\n"
    "        word=\n"
    "    elif [[ $option == = ]]; then\n"
    "        option=${COMP_WORDS[COMP_CWORD - 2]}\n"
    "    fi\n"
    "    case $command:$option in\n";

static const char tail[] = "    esac\n"
                           "    case $kind in\n"
                           "    words) COMPREPLY=($(compgen -W \"$words\" -- \"$word\")) ;;\n"
                           "    list) # the word behind the last comma, none twice\n"
                           "        [[ $word != *,* ]] || before=${word%,*},\n"
                           "        for known in ${before//,/ }; do\n"
                           "            words=\" $words \"\n"
                           "            words=${words/ $known / }\n"
                           "        done\n"
                           "        COMPREPLY=($(compgen -P \"$before\" -W \"$words\" -- \"${word##*,}\"))\n"
                           "        compopt -o nospace ;;\n"
                           "    file) compopt -o default ;;\n"
                           "    folder) compopt -o dirnames ;;\n"
                           "    esac\n"
                           "}\n"
                           "complete -F _daejo daejo\n";

static const dj_frame frames[] = {[DJ_VALUES_FREE] = {"kind=free", ""},
                                  [DJ_VALUES_WORDS] = {"kind=words words='", "'"},
                                  [DJ_VALUES_LIST] = {"kind=list words='", "'"},
                                  [DJ_VALUES_FILE] = {"kind=file", ""},
                                  [DJ_VALUES_FOLDER] = {"kind=folder", ""}};

/* which word before the one to complete makes it an option's value, and which value */
static void put_arguments(dj_output *out, const dj_command_row *command)
{
    for (const dj_option_row *option = NULL; (option = dj_next_option(command, option));) {
        if (!option->argument)
            continue;
        dj_values values = dj_values_of(command, option->argument);
        dj_output_fmt(out, "    %s:--%s", command->name, option->name);
        if (option->letter)
            dj_output_fmt(out, " | %s:-%c", command->name, option->letter);
        dj_output_text(out, ") ");
        dj_completion_values(out, frames, &values);
        dj_output_text(out, " ;;\n");
    }
}

static void put_options(dj_output *out, const dj_command_row *command)
{
    const dj_option_row *option = NULL;
    dj_output_fmt(out, "    1:%s:-*) kind=words words='", command->name);
    for (const char *before = ""; (option = dj_next_option(command, option)); before = " ")
        dj_output_fmt(out, "%s--%s", before, option->name);
    dj_output_text(out, "' ;;\n");
}

/* the values of a first operand until one of them is there, then those of the next */
static void put_operands(dj_output *out, const dj_command_row *command)
{
    dj_operands of;
    dj_operands_of(command, &of);
    if (!of.has_first)
        return;
    for (size_t i = 0; of.has_rest && i < of.first.n; i++) {
        daejo_text word = of.first.words[i];
        dj_output_fmt(out, "    \" %s:\"*\" %.*s \"*) ", command->name, (int)word.n, word.at);
        dj_completion_values(out, frames, &of.rest);
        dj_output_text(out, " ;;\n");
    }
    dj_output_fmt(out, "    \" %s:\"*) ", command->name);
    dj_completion_values(out, frames, &of.first);
    dj_output_text(out, " ;;\n");
}

void dj_completion_bash(dj_output *out)
{
    dj_values commands = dj_values_of(NULL, "[COMMAND]");
    dj_output_text(out, head);
    for (size_t c = 0; c < COMMANDS; c++)
        put_arguments(out, &dj_command_rows[c]);
    dj_output_text(out, "    esac\n"
                        "    [[ $kind ]] || case $((COMP_CWORD > 1)):$command:$word in\n"
                        "    0:*) kind=words words='");
    dj_values_write(out, &commands);
    dj_output_text(out, " --help --version' ;;\n");
    for (size_t c = 0; c < COMMANDS; c++)
        put_options(out, &dj_command_rows[c]);
    dj_output_text(out, "    esac\n"
                        "    [[ $kind ]] || case \" $command: ${COMP_WORDS[*]:2:COMP_CWORD-2} \" in\n");
    for (size_t c = 0; c < COMMANDS; c++)
        put_operands(out, &dj_command_rows[c]);
    dj_output_text(out, tail);
}
