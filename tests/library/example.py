"""example.py LIBDAEJO: what example.c does, from Python by way of ctypes; both print the same."""
import ctypes
import sys


class Text(ctypes.Structure):
    _fields_ = [('at', ctypes.c_void_p), ('n', ctypes.c_size_t)]

    def __str__(self):
        return ctypes.string_at(self.at, self.n).decode()


class Place(ctypes.Structure):
    _fields_ = [(name, ctypes.c_uint32) for name in ('start', 'end', 'line', 'column')]


POINTER, TEXT, COUNT, NAME, YES = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t, ctypes.c_char_p, ctypes.c_bool
FUNCTIONS = {  # name: result and arguments, as in daejo.h
    'rules_load': (POINTER, POINTER, COUNT), 'rules_usable': (YES, POINTER), 'rules_free': (None, POINTER),
    'run_new': (POINTER, POINTER), 'run_free': (None, POINTER), 'check': (YES, POINTER),
    'set_input_format': (YES, POINTER, NAME), 'set_date': (YES, POINTER, NAME),
    'add_draft_story': (YES, POINTER, NAME, TEXT, COUNT), 'add_story': (YES, POINTER, NAME, NAME, TEXT, COUNT),
    'problem_count': (COUNT, POINTER), 'worst_severity': (ctypes.c_int, POINTER), 'severity_name': (NAME, ctypes.c_int),
    'finding_count': (COUNT, POINTER), 'finding_at': (POINTER, POINTER, COUNT), 'finding_check': (NAME, POINTER),
    'finding_severity': (ctypes.c_int, POINTER), 'finding_message': (Text, POINTER), 'finding_why': (Text, POINTER),
    'finding_claim_count': (COUNT, POINTER), 'finding_claim': (POINTER, POINTER, COUNT),
    'mention_story': (POINTER, POINTER), 'mention_text': (Text, POINTER), 'mention_place': (Place, POINTER),
    'story_path': (Text, POINTER),
}
DRAFT = '두 회사는 이 사업에 5000억 달러(약 650조 원)를 투자한다고 밝혔다.\n'
WIRE = {'agency-a': '두 회사는 이 사업에 5000억 달러(약 730조 원)를 투자한다고 밝혔다.\n',
        'agency-b': '두 회사는 이 사업에 총 5000억 달러(약 730조 원)를 투자하기로 했다.\n'}
DAEJO_WARNING = 2


def load(path):
    library = ctypes.CDLL(path)
    for name, (result, *arguments) in FUNCTIONS.items():
        function = getattr(library, 'daejo_' + name)
        function.restype, function.argtypes = result, arguments
    return library


def show(daejo, finding):
    severity = daejo.daejo_severity_name(daejo.daejo_finding_severity(finding)).decode()
    print(f'{severity} {daejo.daejo_finding_check(finding).decode()}: {daejo.daejo_finding_message(finding)}')
    for i in range(daejo.daejo_finding_claim_count(finding)):
        claim = daejo.daejo_finding_claim(finding, i)
        place = daejo.daejo_mention_place(claim)
        path = daejo.daejo_story_path(daejo.daejo_mention_story(claim))
        print(f'  {path}:{place.line}:{place.column}: {daejo.daejo_mention_text(claim)}')
    print(f'  {daejo.daejo_finding_why(finding)}')


def check(daejo, rules):
    """true where the draft may be published"""
    run = daejo.daejo_run_new(rules)
    daejo.daejo_set_input_format(run, b'text')
    daejo.daejo_set_date(run, b'2025-01-23')
    text = DRAFT.encode()
    daejo.daejo_add_draft_story(run, b'draft', text, len(text))
    for name, story in WIRE.items():
        text = story.encode()
        daejo.daejo_add_story(run, b'', name.encode(), text, len(text))
    checked = daejo.daejo_check(run)
    for i in range(daejo.daejo_finding_count(run) if checked else 0):
        show(daejo, daejo.daejo_finding_at(run, i))
    clean = checked and daejo.daejo_problem_count(run) == 0 and daejo.daejo_worst_severity(run) < DAEJO_WARNING
    daejo.daejo_run_free(run)
    return clean


def main():
    sys.stdout.reconfigure(encoding='utf-8')
    daejo = load(sys.argv[1])
    rules = daejo.daejo_rules_load(None, 0)
    if not daejo.daejo_rules_usable(rules):
        sys.exit('the rules cannot be used')
    clean = check(daejo, rules)
    daejo.daejo_rules_free(rules)
    sys.exit(0 if clean else 1)


main()
