"""A second method: MODEL.md 1-5 worked again in Python's decimals, from the published CSVs alone.

    python3 test/oracle/oracle.py [--check] [--data FOLDER]

Prints every check number of MODEL.md beside ours, stops if one differs, and writes expected/*.json.
With --check it writes nothing and exits 1 if the committed files differ.
"""

import argparse
import json
import os
import sys

sys.dont_write_bytecode = True

from appraisal import APPRAISAL_FILES
from cases import FILES
from checks import agrees, check_list
from comparators import Comparators
from delivery import DELIVERY_FILES
from published import Published
from specification import SPECIFICATION_FILES
from stocks import STOCK_FILES

HERE = os.path.dirname(os.path.abspath(__file__))
EXPECTED = os.path.join(HERE, 'expected')


def compact(thing):
    return json.dumps(thing, ensure_ascii=False)


def render(cases):
    """JSON with one line a series, so that a change shows as the lines that changed."""
    blocks = []
    for one in cases:
        lines = ['%s: %s' % (compact(key), compact(what)) for key, what in one.items() if key != 'series']
        rows = ',\n'.join('      ' + compact(row) for row in one['series'])
        lines.append('"series": [\n%s\n    ]' % rows)
        blocks.append('  {\n    %s\n  }' % ',\n    '.join(lines))
    return '[\n%s\n]\n' % ',\n'.join(blocks)


def main():
    options = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    options.add_argument('--check', action='store_true', help='write nothing; exit 1 if expected/ is stale')
    options.add_argument('--data', default=os.path.join(HERE, '..', '..', 'data'), help='folder of the datasets')
    chosen = options.parse_args()
    published = Published(chosen.data)

    differing = 0
    for what, printed, ours in check_list(published):
        good = agrees(printed, ours)
        differing += not good
        print('%-52s %-22s %-44s %s' % (what, printed, ours, 'agrees' if good else 'DIFFERS'))
    if differing:
        sys.exit('%d of the numbers of MODEL.md differ from ours.' % differing)

    comparators = Comparators(published)
    wanted = {name + '.json': render(work(published, comparators)) for name, work in {**FILES, **STOCK_FILES, **DELIVERY_FILES, **APPRAISAL_FILES, **SPECIFICATION_FILES}.items()}
    stale = []
    for name, text in wanted.items():
        path = os.path.join(EXPECTED, name)
        current = None
        if os.path.exists(path):
            with open(path, encoding='utf-8', newline='') as file:
                current = file.read()
        if current == text:
            continue
        stale.append(name)
        if not chosen.check:
            os.makedirs(EXPECTED, exist_ok=True)
            with open(path, 'w', encoding='utf-8', newline='') as file:
                file.write(text)
    if os.path.isdir(EXPECTED):
        stale += sorted(set(os.listdir(EXPECTED)) - set(wanted))
    if chosen.check and stale:
        sys.exit('Stale: %s. Run python3 test/oracle/oracle.py and look at what changed.' % ', '.join(stale))
    print('%d files %s.' % (len(wanted), 'are fresh' if not stale else 'written where they changed'))


if __name__ == '__main__':
    main()
