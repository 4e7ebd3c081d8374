"""Published figures as they stand in data/, and MODEL.md 1: which observation is used."""

import csv
import os
from calendar import monthrange
from decimal import Decimal, getcontext, ROUND_HALF_EVEN

getcontext().prec = 40
getcontext().rounding = ROUND_HALF_EVEN

STATUS_ORDER = ('outturn', 'estimate', 'plan', 'forecast')


class Missing(Exception):
    """No value, with the reason; never 0."""


def last_day(published):
    """The last day a date, a month or a year can mean."""
    parts = published.split('-')
    if len(parts) == 1:
        return parts[0] + '-12-31'
    if len(parts) == 2:
        return '%s-%02d' % (published, monthrange(int(parts[0]), int(parts[1]))[1])
    return published


def financial(start):
    """2025 as 2025-26."""
    return '%d-%02d' % (start, (start + 1) % 100)


def start_of(text):
    """The starting year of 2025-26 or 2025."""
    return int(text[:4])


def choose(rows):
    """Outturn, then estimate, then plan, then forecast or projection; among equals the latest published."""

    def key(row):
        status = 'forecast' if row['status'] == 'projection' else row['status']
        return (-STATUS_ORDER.index(status), last_day(row['published']))

    best = max(rows, key=key)
    ties = [row for row in rows if key(row) == key(best)]
    assert len(ties) == 1 or len({row['value'] for row in ties}) == 1, ties
    return best


class Published:
    """The CSVs of one data folder: data/<dataset>/observations.csv, or <dataset>.csv side by side."""

    def __init__(self, folder):
        self.folder = folder
        self.tables = {}

    def rows(self, dataset):
        if dataset not in self.tables:
            nested = os.path.join(self.folder, dataset, 'observations.csv')
            path = nested if os.path.exists(nested) else os.path.join(self.folder, dataset + '.csv')
            with open(path, encoding='utf-8-sig', newline='') as file:
                rows = list(csv.DictReader(file))
            self.tables[dataset] = [row for row in rows if 'implausible-' not in row.get('flag', '')]
        return self.tables[dataset]

    def implausible(self, nation, years):
        """Years of a nation left out of health-capital-share as implausible."""
        path = os.path.join(self.folder, 'health-capital-share', 'observations.csv')
        if not os.path.exists(path):
            path = os.path.join(self.folder, 'health-capital-share.csv')
        with open(path, encoding='utf-8-sig', newline='') as file:
            return [
                int(row['period'])
                for row in csv.DictReader(file)
                if row['nation'] == nation and int(row['period']) in years and 'implausible-' in row['flag']
            ]

    def source_date(self, source):
        path = os.path.join(self.folder, 'sources.csv')
        with open(path, encoding='utf-8-sig', newline='') as file:
            for row in csv.DictReader(file):
                if row['id'] == source:
                    return last_day(row['published'])
        raise KeyError(source)

    def series(self, dataset, where=lambda row: True, as_of=None, dimension=None):
        """The chosen row of every period (and of every value of `dimension`, if named)."""
        groups = {}
        for row in self.rows(dataset):
            if not where(row):
                continue
            if as_of is not None and last_day(row['published']) > as_of:
                continue
            key = start_of(row['period']) if dimension is None else (row[dimension], start_of(row['period']))
            groups.setdefault(key, []).append(row)
        return {key: choose(rows) for key, rows in groups.items()}

    def vintage(self, dataset, named):
        """Rows of the named vintage; of the dataset's latest where it has not got that one."""
        rows = self.rows(dataset)
        if 'vintage' not in rows[0]:
            return lambda row: True
        if not any(row['vintage'] == named for row in rows):
            named = max(rows, key=lambda row: last_day(row['published']))['vintage']
        return lambda row: row['vintage'] == named

    def groups(self):
        found = {}
        for row in self.rows('nation-groups'):
            found.setdefault(row['group'], []).append(row['nation'])
        return found


def value(row):
    return Decimal(row['value'])
