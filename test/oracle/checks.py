"""Every number MODEL.md 1-5 marks as a check, beside ours; a difference in a printed digit stops the program."""

from decimal import Decimal, ROUND_HALF_EVEN
from comparators import mean
from model import Model, comparator
from cases import default_scenario


def check_list(published):
    """(where, what, printed, ours) for each number."""
    rows = []

    def add(what, printed, ours):
        rows.append((what, printed, ours))

    model = Model(published, default_scenario())
    comparators = model.comparators
    today, confed = model.capital_rows(None), model.capital_rows('2023-11-28')
    for year, printed, status in ((2024, '11485', 'outturn'), (2025, '13624.7', 'plan'), (2027, '13829', 'plan'),
                                  (2029, '15178.4', 'plan')):
        add('capital today, %d' % year, printed, Decimal(today[year]['value']))
        assert today[year]['status'] == status
    for year, printed in ((2018, '5941'), (2019, '7000'), (2021, '9100'), (2023, '11700'), (2024, '12550')):
        add('capital as of 2023-11-28, %d' % year, printed, Decimal(confed[year]['value']))
        assert confed[year]['status'] == ('plan' if year >= 2023 else 'outturn')
    add('englandShare', '0.84440978177302028505', model.england_share())

    eu14 = comparator({'group': 'eu14'})
    by_year = [comparators.lookback(eu14, y) for y in range(2010, 2020)]
    actual, gap = sum(a for a, _, _ in by_year), sum(g for _, _, g in by_year)
    add('look-back eu14, actual, bn', '57.35', actual / 1000)
    add('look-back eu14, gap, bn', '33.84', gap / 1000)
    add('look-back eu14, gap percent', '59.0', gap / actual * 100)
    kept = comparators.nations(eu14)[1]
    assert kept == ['AUT', 'DNK', 'FIN', 'GRC', 'IRL', 'SWE'], kept
    hf = comparator({'group': 'health-foundation-2019', 'window': '2016'})
    add('health-foundation-2019, 2016', '0.5060', comparators.comparator_share(hf, 2016))
    who = model.ratios('who')
    for year, printed in zip(who, ('1.3184', '1.1047', '0.9594', '0.9174', '0.9509', '0.9966')):
        add('cdelPerGfcf, who, %d' % year, printed, who[year])
    add('cdelPerGfcf, who, mean', '1.041237016060982…', mean(who.values()))
    accounts = model.ratios('national-accounts')
    for year, printed in zip(accounts, ('0.9596', '0.8059', '0.7190', '0.7482', '0.7659', '0.7370')):
        add('cdelPerGfcf, national accounts, %d' % year, printed, accounts[year])
    add('cdelPerGfcf, national accounts, mean', '0.7892774170658…', mean(accounts.values()))

    for asset, simple, median, count in (('digital', '0.08159', '0.05965', 11), ('infrastructure', '0.31707', '0.30922', 9),
                                         ('total', '0.50187', '0.47842', 13)):
        said = {'group': 'eu14', 'series': 'national-accounts', 'asset': asset, 'nations': 'available', 'window': '2020'}
        add('%s, 2020, eu14 simple' % asset, simple, comparators.comparator_share(comparator(said), 2020))
        add('%s, 2020, eu14 median' % asset, median,
            comparators.comparator_share(comparator({**said, 'weighting': 'median'}), 2020))
        assert len(comparators.nations(comparator(said))[1]) == count
        uk = {'digital': ('0.08433', '0.14100', '0.11520'), 'infrastructure': ('0.22742', '0.33392', '0.31984')}.get(asset)
        for printed, (first, last) in zip(uk or (), ((2015, 2019), (2020, 2020), (2021, 2023))):
            ours = mean(comparators.share('GBR', y, 'national-accounts', asset) for y in range(first, last + 1))
            add('UK %s, %d-%d' % (asset, first, last), printed, ours)
    for nation, printed in (('NLD', '0.188'), ('AUT', '0.172'), ('PRT', '0.161')):
        add('digital, 2020, %s' % nation, printed, comparators.share(nation, 2020, 'national-accounts', 'digital'))

    plans = sum(Decimal(today[y]['value']) for y in range(2026, 2030))
    add('capital 2026-27 to 2029-30, bn', '57.8', plans / 1000)
    add('NHS capital out of it, other share, percent', '24', (1 - Decimal('44') / Decimal('57.8')) * 100)
    add('UK digital share of GFCF, 2021-23, percent (about)', '23', model.uk_mix('digital') * 100)
    add('UK research share of GFCF, 2021-23, percent (about)', '14', model.uk_mix('research') * 100)

    def cell(figure, benchmark, category, year, prices='nominal'):
        return model.figure(figure, benchmark, category, year, prices)

    held = comparators.held_share(eu14)
    add('eu14 held share', '0.48874', held)
    for year, printed in ((2024, '12608'), (2025, '13126'), (2027, '14082'), (2029, '15069')):
        add('eu14 requirement %d' % year, printed, cell('requirement', 'eu14', 'total', year))
    for year, printed in ((2024, '1123'), (2025, '-498'), (2027, '253'), (2029, '-110')):
        add('eu14 gap %d' % year, printed, cell('gap', 'eu14', 'total', year))
    add('eu14 band low 2029', '-1902', cell('gap-low', 'eu14', 'total', 2029))
    add('eu14 band high 2029', '3901', cell('gap-high', 'eu14', 'total', 2029))
    add('eu14 cumulative 2029, nominal', '-968.6', cell('cumulative-gap', 'eu14', 'total', 2029))
    add('eu14 cumulative 2029, 2025-26 prices', '-951.1', cell('cumulative-gap', 'eu14', 'total', 2029, '2025-26'))
    oecd = comparator({'group': 'oecd-with-data'})
    assert len(comparators.nations(oecd)[1]) == 14
    add('oecd-with-data held share', '0.38857', comparators.held_share(oecd))
    add('oecd-with-data gap 2029', '-3198', cell('gap', 'oecd-data', 'total', 2029))
    add('oecd 0.6% gap 2025', '2490', cell('gap', 'oecd', 'total', 2025))
    add('oecd 0.6% gap 2029', '3321', cell('gap', 'oecd', 'total', 2029))
    add('oecd 0.6% gap 2029, 2025-26 prices', '3078', cell('gap', 'oecd', 'total', 2029, '2025-26'))
    add('eu14 gap 2018', '3469', cell('gap', 'eu14', 'total', 2018))
    for asset, first, second in (('digital', '1661', '1907'), ('infrastructure', '6455', '7410')):
        add('national accounts %s 2025' % asset, first, cell('requirement', 'eu14-' + asset, asset, 2025))
        add('national accounts %s 2029' % asset, second, cell('requirement', 'eu14-' + asset, asset, 2029))

    asked = Model(published, {'years': '2018-19 to 2039-40', 'benchmarks': [
        {'id': 'confed', 'kind': 'stated-additional', 'amount': '£6.4bn', 'prices': '2023-24', 'frozen': '2023-11-28'},
        {'id': 'catch-up', 'kind': 'catch-up', 'group': 'eu14', 'from': '2025-26', 'by': '2034-35'},
    ]}, comparators)
    add('Confederation gap 2025', '6206', asked.gap('confed', 'total', 2025))
    add('Confederation gap 2027', '6792', asked.gap('confed', 'total', 2027))
    recovery = asked.recovery(asked.benchmarks['catch-up'], 'mean', 2025)
    add('catch-up to recover, 2025-26 prices', '24372', recovery)
    add('catch-up a year, 2025-26 prices', '2437', recovery / 10)
    return rows


def agrees(printed, ours):
    """Whether ours, at the digits printed, is the number printed (an ellipsis means cut, not rounded)."""
    cut = printed.rstrip('…')
    if cut != printed or len(cut) > 18:
        return str(ours).startswith(cut)
    return ours.quantize(Decimal(1).scaleb(Decimal(cut).as_tuple().exponent), rounding=ROUND_HALF_EVEN) == Decimal(cut)
