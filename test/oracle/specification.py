"""Points of the specification curve (MODEL.md 3 to 5; issue 4): comparators with a nation left out, and other bridges."""

from decimal import Decimal
from comparators import HUNDRED, QUARTER, THREE_QUARTERS, bridge, mean
from model import Model, financial

YEAR = 2029
FIRST, LAST = 2013, 2018


def share_without(comparators, setting, year, without):
    """The comparator's share of GDP in one year, percent, with one nation taken out of the group."""
    by_year, _kept, _dropped = comparators.nations(setting)
    nations = [n for n in by_year[year] if n != without]
    shares = [comparators.share(n, year, 'who', 'total') for n in nations]
    weighting = setting['weighting']
    if weighting == 'simple':
        return mean(shares)
    if weighting == 'gdp':
        weights = [comparators.gdp(n, year) / Decimal(comparators.ppp_rows[(n, year)]['value']) for n in nations]
        return sum((s * w for s, w in zip(shares, weights)), Decimal(0)) / sum(weights, Decimal(0))
    shares.sort()
    if weighting == 'median':
        half = len(shares) // 2
        return shares[half] if len(shares) % 2 else (shares[half - 1] + shares[half]) / 2
    return mean(shares[-max(1, len(shares) // 4):])


def bridges(model):
    """Every form of the bridge, by its name on the curve."""
    capital = {t: Decimal(model.capital_rows(None)[t]['value']) for t in range(FIRST, LAST + 1)}
    gdp = {t: model.gdp(t) for t in range(FIRST, LAST + 1)}
    england = model.england_share()
    ratios = bridge(model.comparators, 'who', capital, gdp, england)
    investment = [model.comparators.financial_share(t, 'who') / HUNDRED * gdp[t] * england for t in ratios]
    forms = {financial(t): ratio for t, ratio in ratios.items()}
    forms['mean-of-ratios'] = mean(ratios.values())
    forms['ratio-of-means'] = sum(capital.values(), Decimal(0)) / sum(investment, Decimal(0))
    return forms


def specification(published, comparators):
    scenario = {'capgap': 1, 'title': 'Curve', 'years': '2024-25 to 2034-35', 'benchmarks': []}
    model = Model(published, scenario, comparators)
    forms = bridges(model)
    gdp, england, spend = model.gdp(YEAR), model.england_share(), model.baseline(YEAR)
    rows = []
    for group, weighting, rule, window, out, form, leases, underspend in (
        ('eu14', 'simple', 'complete', (2010, 2019), None, 'mean-of-ratios', 0, 0),
        ('eu14', 'simple', 'complete', (2010, 2019), 'AUT', 'mean-of-ratios', 0, 0),
        ('eu14', 'simple', 'complete', (2010, 2019), 'GRC', 'mean-of-ratios', 0, 0),
        ('eu14', 'simple', 'complete', (2010, 2019), None, 'ratio-of-means', 0, 0),
        ('eu14', 'gdp', 'available', (2010, 2019), 'GRC', 'ratio-of-means', 1400, 6),
        ('eu14', 'top-quartile', 'complete', (2010, 2019), 'DNK', '2015-16', 0, 12),
        ('oecd-with-data', 'median', 'complete', (2010, 2019), 'USA', '2013-14', 1400, 0),
        ('oecd-with-data', 'gdp', 'complete', (2016, 2016), 'USA', 'mean-of-ratios', 0, 6),
        ('oecd-with-data', 'simple', 'complete', (2010, 2019), 'USA', '2018-19', 1400, 12),
    ):
        setting = {'group': group, 'weighting': weighting, 'nations': rule, 'window': window}
        first, last = window
        held = mean(share_without(comparators, setting, y, out) for y in range(max(first, last - 4), last + 1))
        required = held / HUNDRED * gdp * england * forms[form] + leases
        gap = required - spend * (1 - Decimal(underspend) / HUNDRED)
        rows.append({
            'group': group, 'weighting': weighting, 'nations': rule,
            'window': '%d-%d' % window if first != last else str(first), 'left-out': out or 'none', 'bridge': form,
            'leases': '£1.4bn' if leases else '£0m', 'underspend': '%d%%' % underspend,
            'gap': format(+gap, '.34g'),
        })
    about = 'Gap of 2029-30, money of the day, current plans, total: points of the specification curve.'
    return [{'id': 'points', 'about': about, 'series': rows}]


SPECIFICATION_FILES = {'specification': specification}
