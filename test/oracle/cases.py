"""The cases: what is worked, in plain words and as a scenario document, and the figures wanted of each."""

from decimal import Decimal
from comparators import mean
from model import CATEGORIES, Model, comparator, years
from published import Missing, financial, start_of

ALL = CATEGORIES + ('total',)
BENCHMARK_FIGURES = ('requirement', 'gap', 'gap-low', 'gap-high', 'shortfall', 'cumulative-gap',
                     'cumulative-shortfall', 'gap-share-of-gdp', 'gap-per-head')
UNITS = {'gap-share-of-gdp': 'percent of GDP', 'gap-per-head': 'GBP per person'}
MONEY = 'GBP million'
EU14 = {'id': 'eu14', 'kind': 'comparator-share', 'group': 'eu14'}


def default_benchmarks():
    accounts = {'kind': 'comparator-share', 'series': 'national-accounts', 'group': 'eu14', 'nations': 'available',
                'window': '2020'}
    return [
        dict(EU14),
        {'id': 'oecd', 'kind': 'stated-share', 'share': '0.6%', 'within': ['0.55%', '0.65%'],
         'source': 'oecd-health-at-a-glance-2021'},
        {'id': 'oecd-data', 'kind': 'comparator-share', 'group': 'oecd-with-data'},
        {'id': 'health-foundation', 'kind': 'comparator-share', 'group': 'health-foundation-2019'},
        {'id': 'eu14-infrastructure', **accounts, 'asset': 'infrastructure'},
        {'id': 'eu14-digital', **accounts, 'asset': 'digital'},
        {'id': 'digitisation', 'kind': 'stated-additional', 'category': 'digital', 'amount': '£1bn', 'prices': '2025-26',
         'from': '2025-26', 'to': '2029-30', 'source': 'hf-pa-digitisation-2025'},
    ]


def document(title, span, **rest):
    """A scenario document; a `prices` of the output is set by each series instead."""
    return {'capgap': 1, 'title': title, 'years': span, **rest}


def default_scenario(**rest):
    return document('Default', '2018-19 to 2039-40', benchmarks=default_benchmarks(), **rest)


# --- writing series ------------------------------------------------------------------------------

def text(number):
    """34 significant digits, plain notation."""
    shortened = number.normalize() if number == 0 else number
    digits = len(shortened.as_tuple().digits)
    if digits > 34:
        shortened = shortened.quantize(Decimal(1).scaleb(shortened.adjusted() - 33))
    return format(shortened, 'f')


def series(work, span, label=financial, **names):
    """One figure over years: its values, and the years without one with the reason."""
    found, missing = {}, []
    for year in span:
        try:
            found[label(year)] = text(work(year))
        except Missing as reason:
            if missing and missing[-1]['reason'] == str(reason) and missing[-1]['last'] == year - 1:
                missing[-1]['last'] = year
            else:
                missing.append({'first': year, 'last': year, 'reason': str(reason)})
    out = dict(names)
    out['values'] = found
    if missing:
        out['missing'] = [
            {'years': label(m['first']) if m['first'] == m['last'] else '%s to %s' % (label(m['first']), label(m['last'])),
             'reason': m['reason']}
            for m in missing
        ]
    return out


def run_series(model, figures, benchmarks=None, categories=ALL, prices='nominal', span=None):
    """Series of `run`: figures × benchmarks × categories in one price basis."""
    out = []
    for figure in figures:
        own = figure in ('baseline', 'funded', 'spend')
        for benchmark in [''] if own else (benchmarks or list(model.benchmarks)):
            for category in categories:
                out.append(series(
                    lambda year: model.figure(figure, benchmark, category, year, prices),
                    span or model.years, figure=figure, benchmark=benchmark, category=category,
                    unit=UNITS.get(figure, MONEY), prices='' if figure == 'gap-share-of-gdp' else prices,
                ))
    return out


def case(id, about, scenario, wanted):
    return {'id': id, 'about': about, 'scenario': scenario, 'series': wanted}


# --- 1. choosing observations --------------------------------------------------------------------

def choosing(published, comparators):
    out = []
    for id, as_of in (('today', None), ('as-of-2023-11-28', '2023-11-28'), ('as-of-2025-05-31', '2025-05-31'),
                      ('as-of-2022-01-01', '2022-01-01')):
        scenario = document('Capital, ' + id, '2000-01 to 2039-40', benchmarks=[EU14])
        if as_of:
            scenario['as-of'] = as_of
        model = Model(published, scenario, comparators)
        capital = run_series(model, ['baseline'], categories=['total'])[0]
        rows = model.capital_rows(as_of)
        capital['status'] = {financial(y): rows[y]['status'] for y in sorted(rows)}
        out.append(case(id, 'The capital budget as known %s: every year of the spine, then flat-real.'
                        % ('today' if as_of is None else 'on ' + as_of), scenario, [capital]))
    return out


# --- 2. prices, GDP, population ------------------------------------------------------------------

def economy(published, comparators):
    out = []
    span = range(2000, 2040)
    growths = {'gdp-growth': {'value': {'2031-32': '3%', '2035-36': '4%'}}, 'deflator-growth': '2%',
               'resource-growth': '3%', 'population-growth': '0.5%'}
    for id, about, extra in (
        ('obr-2026-03', 'The default vintage, extended at the last published growth.', {}),
        ('hmt-2025', 'The deflator of vintage hmt-2025; GDP and population have no such vintage.', {'economy': 'hmt-2025'}),
        ('assumed-growth', 'Growth beyond the last forecast set by assumptions; GDP on a straight line between years.',
         {'assumptions': growths}),
    ):
        scenario = document('Economy, ' + id, '2000-01 to 2039-40', benchmarks=[EU14], **extra)
        model = Model(published, scenario, comparators)
        hundred = Decimal(100)
        wanted = [
            series(model.gdp, span, figure='uk-gdp', unit=MONEY, prices='nominal'),
            series(model.deflator, span, figure='gdp-deflator', unit='index', prices=''),
            series(model.resource, span, figure='resource-budget', unit=MONEY, prices='nominal'),
            series(model.population, span, figure='population-england', unit='million', prices=''),
            series(lambda y: model.real(hundred, y, '2025-26'), span, figure='hundred-nominal-in-real', unit=MONEY, prices='2025-26'),
            series(lambda y: model.nominal(hundred, '2025-26', y), span, figure='hundred-real-in-nominal', unit=MONEY, prices='nominal'),
        ]
        if id != 'hmt-2025':
            wanted.append(series(lambda y: model.england_share(), [2022], str, figure='england-share', unit='ratio', prices=''))
            wanted += run_series(model, ['baseline'], categories=['total'], prices='2025-26', span=range(2018, 2040))
            wanted += run_series(model, ['gap', 'gap-share-of-gdp', 'gap-per-head'], categories=['total'], prices='2025-26',
                                 span=range(2018, 2040))
        out.append(case(id, about, scenario, wanted))
    return out


# --- 3. comparators ------------------------------------------------------------------------------

def lookbacks(published, comparators):
    out = []

    def add(setting, prices='nominal', detail=False):
        full = {'group': None, 'series': 'who', 'asset': 'total', 'weighting': 'simple', 'nations': 'complete',
                'window': None, 'subject': 'GBR', **setting}
        inner = comparator(full)
        first, last = inner['window']
        by_year, kept, dropped = comparators.nations(inner)
        rebase = deflate(published, prices)

        def part(index):
            return lambda y: comparators.lookback(inner, y)[index] * rebase(y)

        def total(name):
            parts = [[comparators.lookback(inner, y)[i] * rebase(y) for y in range(first, last + 1)] for i in range(3)]
            sums = [sum(p, Decimal(0)) for p in parts]
            return {'actual': sums[0], 'counterfactual': sums[1], 'gap': sums[2], 'gap-percent': sums[2] / sums[0] * 100}[name]

        span = range(first, last + 1)
        currency = MONEY if full['subject'] == 'GBR' else 'million national currency'
        wanted = [series(part(1), span, str, figure='counterfactual', unit=currency, prices=prices)]
        if detail:
            wanted.append(series(part(0), span, str, figure='actual', unit=currency, prices=prices))
            wanted.append(series(part(2), span, str, figure='gap', unit=currency, prices=prices))
            wanted.append(series(lambda y: comparators.comparator_share(inner, y), span, str, figure='comparator-share',
                                 unit='percent of GDP', prices=''))
        for name in ('actual', 'counterfactual', 'gap', 'gap-percent'):
            wanted.append(series(lambda y: total(name), [0], lambda y: 'total', figure=name,
                                 unit='percent' if name == 'gap-percent' else currency,
                                 prices='' if name == 'gap-percent' else prices))
        entry = {'id': '.'.join(str(full[k]) for k in ('group', 'series', 'asset', 'weighting', 'nations', 'window', 'subject'))
                 + ('' if prices == 'nominal' else '.' + prices), 'lookback': full, 'prices': prices,
                 'kept': kept, 'dropped': list(dropped), 'series': wanted}
        if full['nations'] == 'available':
            entry['nations-by-year'] = {str(y): len(n) for y, n in by_year.items()}
        out.append(entry)

    for group in published.groups():
        for weighting in ('simple', 'gdp', 'median', 'top-quartile'):
            for nations in ('complete', 'available'):
                for span in ('2010-2019', '2016', '2015-2019'):
                    add({'group': group, 'weighting': weighting, 'nations': nations, 'window': span},
                        detail=group == 'eu14' and weighting == 'simple')
            for asset in ('total', 'digital', 'infrastructure'):
                add({'group': group, 'series': 'national-accounts', 'asset': asset, 'weighting': weighting,
                     'nations': 'available', 'window': '2020'}, detail=group == 'eu14')
    add({'group': 'eu14', 'series': 'national-accounts', 'window': '2020'})
    add({'group': 'eu14', 'window': '2010-2019', 'subject': 'AUT'})
    add({'group': 'eu14', 'window': '2010-2019'}, prices='2024')
    add({'group': 'eu14', 'window': '2010-2019'}, prices='2019')
    return out


def deflate(published, prices):
    """Calendar-year rebasing with the latest vintage of gdp-deflator-calendar."""
    if prices == 'nominal':
        return lambda year: Decimal(1)
    rows = published.series('gdp-deflator-calendar', published.vintage('gdp-deflator-calendar', 'obr-2026-03'))
    return lambda year: Decimal(rows[int(prices)]['value']) / Decimal(rows[year]['value'])


def bridges(published, comparators):
    model = Model(published, default_scenario(), comparators)
    out = []
    for name in ('who', 'national-accounts'):
        ratios = model.ratios(name)
        one = {'unit': 'ratio', 'prices': ''}
        out.append({
            'id': name, 'about': 'cdelPerGfcf on the UK total of the series, by starting year, always on today\'s capital.',
            'series': [
                series(lambda y: ratios[y], range(2013, 2019), figure='cdel-per-gfcf', **one),
                series(lambda y: mean(ratios.values()), [0], lambda y: 'mean', figure='cdel-per-gfcf', **one),
                series(lambda y: min(ratios.values()), [0], lambda y: 'lowest', figure='cdel-per-gfcf', **one),
                series(lambda y: max(ratios.values()), [0], lambda y: 'highest', figure='cdel-per-gfcf', **one),
            ],
        })
    return out


# --- 4 and 5. the default scenario and its rules -------------------------------------------------

def default(published, comparators):
    scenario = default_scenario()
    model = Model(published, scenario, comparators)
    spend = ('baseline', 'funded', 'spend')
    nominal = run_series(model, spend + BENCHMARK_FIGURES)
    real = run_series(model, spend + tuple(f for f in BENCHMARK_FIGURES if f != 'gap-share-of-gdp'), prices='2025-26')
    return [
        case('nominal', 'The benchmarks docs/scenario-format.md names, nothing else set, money of the day.', scenario, nominal),
        case('2025-26-prices', 'The same in 2025-26 prices.', {**scenario, 'prices': '2025-26'}, real),
    ]


def rules(published, comparators):
    out = []
    span = [2018, 2025, 2029, 2030, 2039]
    figures = ('baseline', 'spend', 'requirement', 'gap', 'shortfall', 'cumulative-gap', 'cumulative-shortfall')
    for preset in ('trust-accounts', 'national-accounts'):
        for rule in ('flat-real', 'flat-nominal', 'gdp-share', {'real-growth': '2%'}):
            if (preset, rule) == ('trust-accounts', 'flat-real'):
                continue
            name = rule if isinstance(rule, str) else 'real-growth-2'
            scenario = default_scenario(split=preset, baseline={'series': 'dhsc-capital', 'after-plans': rule})
            model = Model(published, scenario, comparators)
            chosen = ['eu14', 'oecd', 'eu14-digital', 'digitisation']
            out.append(case('%s.%s' % (preset, name), 'Split by %s; after the plans %s.' % (preset, name), scenario,
                            run_series(model, figures, chosen, span=span)
                            + run_series(model, ('gap', 'cumulative-gap'), ['eu14'], ['total'], '2025-26', span)))
    scenario = default_scenario(**{'as-of': '2023-11-28'})
    model = Model(published, scenario, comparators)
    out.append(case('as-of-2023-11-28', 'The default scenario with what policy knew on 28 November 2023.', scenario,
                    run_series(model, figures + ('gap-low', 'gap-high'), ['eu14', 'oecd', 'eu14-infrastructure'],
                               span=range(2018, 2032))))
    return out


# --- 4. measures ---------------------------------------------------------------------------------

OWN_SPLIT = {'estate': '60%', 'equipment': '20%', 'it-infrastructure': '20%'}


def measures(published, comparators):
    out = []
    span = '2024-25 to 2035-36'
    between = {'from': '2026-27', 'to': '2029-30'}
    stated = {
        'level': {'amount': '£1bn', **between},
        'ramp': {'amount': '£2bn', **between},
        'total': {'amount': '£3bn', **between},
        'schedule': {'amounts': {'2026-27': '£1bn', '2027-28': '£1.5bn', '2028-29': '-£300m', '2029-30': '£2.25bn'}},
    }
    worked = {
        'growth': ('growth', {'rate': '4%', **between}),
        'reach-gdp-share': ('reach-gdp-share', {'share': '0.6%', **between}),
        'reach-budget-share-new-money': ('reach-budget-share', {'share': '8%', 'envelope': 'new-money', **between}),
        'reach-budget-share-fixed': ('reach-budget-share', {'share': '8%', 'envelope': 'fixed', **between}),
    }

    def add(id, about, listed, categories=('total',), prices=('nominal',), **extra):
        scenario = document('Measures, ' + id, span, benchmarks=[EU14], measures=listed, **extra)
        model = Model(published, scenario, comparators)
        wanted = [s for basis in prices for s in run_series(model, ['funded'], categories=categories, prices=basis)]
        out.append(case(id, about, scenario, wanted))

    for hold in (None, 'stop', 'real', 'nominal', 'share'):
        held = {} if hold is None else {'hold': hold}
        name = hold or 'default'
        for profile, keys in stated.items():
            for prices in ('nominal', '2023-24'):
                one = {'id': 'm', 'title': profile, 'profile': profile, 'prices': prices, **keys, **held}
                add('%s.%s.%s' % (profile, prices, name), '%s in %s prices, 2026-27 to 2029-30, then %s hold.'
                    % (profile, prices, name), [one])
        for id, (profile, keys) in worked.items():
            add('%s.%s' % (id, name), '%s, 2026-27 to 2029-30, then %s hold.' % (id, name),
                [{'id': 'm', 'title': id, 'profile': profile, **keys, **held}])

    level = {'id': 'a', 'title': 'Level', 'profile': 'level', 'amount': '£1bn', 'prices': '2023-24', 'from': '2026-27',
             'to': '2031-32'}
    ramp = {'id': 'r', 'title': 'Ramp', 'profile': 'ramp', 'amount': '£2bn', 'prices': '2025-26', 'from': '2026-27',
            'to': '2030-31'}
    growth = {'id': 'g', 'title': 'Growth', 'profile': 'growth', 'rate': '3%', 'from': '2027-28', 'to': '2031-32'}
    gdp = {'id': 's', 'title': 'Share', 'profile': 'reach-gdp-share', 'share': '0.6%', 'from': '2027-28', 'to': '2030-31'}
    budget = {'id': 'b', 'title': 'Budget', 'profile': 'reach-budget-share', 'share': '8%', 'from': '2027-28', 'to': '2030-31'}
    for second in (growth, gdp, budget, {**budget, 'id': 'f', 'envelope': 'fixed'}):
        for first in (level, ramp):
            add('%s-then-%s' % (first['id'], second['id']), '%s, then %s: the second stands on the first.'
                % (first['profile'], second['profile']), [first, second])
            add('%s-then-%s' % (second['id'], first['id']), '%s, then %s: the first does not see the second.'
                % (second['profile'], first['profile']), [second, first])
    add('split-none', 'Without its own split a measure follows the scenario\'s.', [level], ALL, ('nominal', '2025-26'))
    add('split-own', 'A measure with its own split by sub-category.', [{**level, 'split': OWN_SPLIT}], ALL, ('nominal', '2025-26'))
    add('split-path', 'A measure that follows a scenario split that moves.', [level, {**ramp, 'split': {'digital': '100%'}}], ALL,
        ('nominal',), split={'digital': {'2025-26': '10%', '2029-30': '14%'}})
    return out


# --- 5. benchmarks -------------------------------------------------------------------------------

def benchmarks(published, comparators):
    confed = {'kind': 'stated-additional', 'amount': '£6.4bn', 'prices': '2023-24', 'from': '2025-26', 'to': '2027-28',
              'frozen': '2023-11-28', 'source': 'nhsconfed-investing-to-save-2023'}
    own = {'estate': '50%', 'equipment': '15%', 'it-infrastructure': '25%', 'research': '10%'}
    budget = {'kind': 'budget-share', 'share': '10%', 'from': '2026-27', 'by': '2034-35'}
    catch_up = {'kind': 'catch-up', 'group': 'eu14', 'from': '2025-26', 'by': '2034-35'}
    accounts = {'kind': 'comparator-share', 'series': 'national-accounts', 'group': 'eu14', 'nations': 'available', 'window': '2020'}
    listed = [
        {'id': 'share-within', 'kind': 'stated-share', 'share': '0.6%', 'within': ['0.55%', '0.65%']},
        {'id': 'share', 'kind': 'stated-share', 'share': '0.51%'},
        {'id': 'share-digital', 'kind': 'stated-share', 'share': '0.1%', 'category': 'digital'},
        {'id': 'level', 'kind': 'stated-level', 'amount': '£15bn', 'prices': '2023-24'},
        {'id': 'level-years', 'kind': 'stated-level', 'amount': '£16bn', 'prices': '2025-26', 'from': '2026-27', 'to': '2029-30'},
        {'id': 'level-nominal', 'kind': 'stated-level', 'amount': '£17bn', 'prices': 'nominal'},
        {'id': 'level-digital', 'kind': 'stated-level', 'amount': '£2bn', 'prices': '2025-26', 'category': 'digital'},
        {'id': 'level-own-split', 'kind': 'stated-level', 'amount': '£16bn', 'prices': '2025-26', 'split': own},
        {**EU14, 'id': 'eu14-own-split', 'split': own},
        {'id': 'confed', **confed},
        {'id': 'additional-always', 'kind': 'stated-additional', 'amount': '£2bn', 'prices': '2025-26', 'frozen': '2025-05-31'},
        {'id': 'additional-digital', 'kind': 'stated-additional', 'category': 'digital', 'amount': '£1bn', 'prices': '2025-26',
         'from': '2025-26', 'to': '2029-30', 'source': 'hf-pa-digitisation-2025'},
        {'id': 'budget-fixed', **budget, 'envelope': 'fixed'},
        {'id': 'budget-default', **budget},
        {'id': 'budget-new-money', **budget, 'envelope': 'new-money'},
        {'id': 'catch-up', **catch_up},
        {'id': 'catch-up-depreciation', **catch_up, 'depreciation': '3%'},
        {'id': 'catch-up-median', **catch_up, 'group': 'oecd-with-data', 'weighting': 'top-quartile', 'window': '2012-2019',
         'from': '2027-28', 'by': '2031-32'},
        {**EU14, 'id': 'eu14-gdp', 'weighting': 'gdp'},
        {**EU14, 'id': 'eu14-median', 'weighting': 'median', 'hold': '2010-2019'},
        {**EU14, 'id': 'eu14-top', 'weighting': 'top-quartile', 'nations': 'available', 'window': '2016'},
        {'id': 'accounts-total', **accounts, 'asset': 'total'},
        {'id': 'accounts-digital-median', **accounts, 'asset': 'digital', 'weighting': 'median'},
        {'id': 'accounts-infrastructure', **accounts, 'asset': 'infrastructure'},
    ]
    figures = ('requirement', 'gap', 'gap-low', 'gap-high', 'shortfall', 'cumulative-gap', 'cumulative-shortfall')
    span = [2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030, 2034, 2035, 2036]
    scenario = document('Benchmarks', '2023-24 to 2036-37', benchmarks=listed)
    model = Model(published, scenario, comparators)
    wanted = []
    for said in listed:
        wanted += run_series(model, figures, [said['id']], ['total'] if model.category_of(said) == 'total' else [model.category_of(said)],
                             span=span)
        wanted += run_series(model, ('requirement',), [said['id']], CATEGORIES, span=[2025, 2027])
        wanted += run_series(model, ('requirement', 'cumulative-gap'), [said['id']], ['total'], '2025-26', [2025, 2029, 2034])
    wanted += run_series(model, figures, ['level-own-split', 'eu14-own-split'], CATEGORIES, span=span)

    def forgone(year):
        return model.requirement('budget-fixed', 'total', year) - model.baseline(year)

    wanted.append(series(forgone, span, figure='revenue-forgone', benchmark='budget-fixed', category='total', unit=MONEY,
                         prices='nominal'))
    recoveries = []
    for id in ('catch-up', 'catch-up-depreciation', 'catch-up-median'):
        said = model.benchmarks[id]
        recoveries.append(series(lambda y: model.recovery(said, 'mean', start_of(said['from'])), [0], lambda y: 'all',
                                 figure='recovery', benchmark=id, category='total', unit=MONEY, prices=said['from']))
    return [
        case('all', 'Every kind of benchmark beside the others, no measures.', scenario, wanted),
        {'id': 'recovery', 'about': 'What catch-up benchmarks recover in all, in prices of their first year.',
         'scenario': scenario, 'series': recoveries},
    ]


def stated_baseline(published, comparators):
    out = []
    listed = [
        {'id': 'level', 'kind': 'stated-level', 'amount': '£14.1bn', 'prices': '2023-24', 'source': 'csj-nhsconfed-capital-2023'},
        {'id': 'uplift', 'kind': 'stated-additional', 'amount': '£6.4bn', 'prices': '2023-24', 'from': '2025-26', 'to': '2027-28',
         'source': 'nhsconfed-investing-to-save-2023'},
    ]
    for rule in ('flat-real', 'flat-nominal', 'gdp-share', {'real-growth': '2%'}):
        name = rule if isinstance(rule, str) else 'real-growth-2'
        scenario = document('Stated baseline', '2023-24 to 2034-35', benchmarks=listed,
                            baseline={'stated': {'amount': '£7.7bn', 'in': '2023-24'}, 'after-plans': rule})
        model = Model(published, scenario, comparators)
        figures = ('baseline', 'spend') + tuple(f for f in BENCHMARK_FIGURES if f not in ('gap-low', 'gap-high'))
        wanted = run_series(model, figures if rule == 'flat-real' else ('baseline', 'gap', 'cumulative-gap'),
                            categories=ALL if rule == 'flat-real' else ('digital', 'total'))
        wanted += run_series(model, ('baseline', 'gap', 'cumulative-gap'), categories=('total',), prices='2023-24')
        out.append(case(name, 'NHS capital of £7.7bn in 2023-24, then %s, against £14.1bn a year in 2023-24 prices.' % name,
                        scenario, wanted))
    return out


def assumptions(published, comparators):
    out = []
    listed = [b for b in default_benchmarks() if b['id'] in ('eu14', 'oecd', 'eu14-digital', 'digitisation')]
    listed.append({'id': 'catch-up', 'kind': 'catch-up', 'group': 'eu14', 'from': '2025-26', 'by': '2034-35'})
    figures = ('baseline', 'spend', 'requirement', 'gap', 'gap-low', 'gap-high', 'shortfall', 'cumulative-gap')
    for id, about, extra in (
        ('underspend', 'An underspend of 3%.', {'assumptions': {'underspend': '3%'}}),
        ('underspend-path', 'An underspend that grows from nothing in 2025-26 to 4% in 2029-30.',
         {'assumptions': {'underspend': {'value': {'2025-26': '0%', '2029-30': '4%'}}}}),
        ('switch-to-revenue', '£200m a year switched to day-to-day spending.', {'assumptions': {'switch-to-revenue': '£200m'}}),
        ('underspend-and-switch', 'Both, and a measure.', {
            'assumptions': {'underspend': '3%', 'switch-to-revenue': '£200m'},
            'measures': [{'id': 'm', 'title': 'Level', 'profile': 'level', 'amount': '£1bn', 'prices': '2023-24',
                          'from': '2026-27', 'to': '2029-30', 'split': OWN_SPLIT}]}),
        ('ifrs16-leases', '£500m of leases a year from 2022-23.', {'assumptions': {'ifrs16-leases': '£500m'}}),
        ('comparator-share-adjustment', 'The held share of comparators is 5% lower.',
         {'assumptions': {'comparator-share-adjustment': '-5%'}}),
        ('default-with-range', 'Full entries that keep the default and add a range.', {'assumptions': {
            'underspend': {'value': 'default', 'range': 'uniform(0%, 6%)'},
            'comparator-share-adjustment': {'value': 'default', 'range': 'normal(0%, 16%)'},
            'cdel-per-gfcf': {'value': 'default', 'range': 'uniform(0.9, 1.3)'}}}),
        ('digital-share', 'Digital is 15% of the baseline.', {'assumptions': {'digital-share': '15%'}}),
        ('digital-share-path', 'Digital rises from 10% in 2025-26 to 14% in 2029-30.',
         {'split': {'digital': {'2025-26': '10%', '2029-30': '14%'}}}),
        ('other-share', 'Other is 20% of the baseline.', {'assumptions': {'other-share': '20%'}}),
        ('bridges', 'Both bridges stated; the bands stay at the lowest and highest year.',
         {'assumptions': {'cdel-per-gfcf': '1', 'cdel-per-gfcf-national-accounts': '0.8'}}),
        ('catch-up-depreciation', 'Past shortfalls wear down at 3% a year.', {'assumptions': {'catch-up-depreciation': '3%'}}),
    ):
        scenario = document('Assumption, ' + id, '2018-19 to 2034-35', benchmarks=listed, **extra)
        model = Model(published, scenario, comparators)
        out.append(case(id, about, scenario,
                        run_series(model, figures, categories=('digital', 'total'), span=[2018, 2021, 2022, 2025, 2029, 2034])))
    return out


FILES = {
    'choosing': choosing, 'economy': economy, 'lookbacks': lookbacks, 'bridges': bridges, 'default': default, 'rules': rules,
    'measures': measures, 'benchmarks': benchmarks, 'stated-baseline': stated_baseline, 'assumptions': assumptions,
}
