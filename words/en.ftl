### The words of Breakeven in English: https://projectfluent.org, as far as words/compile.rs says.
###
### A new language is a copy of this file under its own code (de.ftl), every message in it translated. Slots in
### braces may stand in any order, each at least once. Where a message selects by a number, give the forms that
### your language has (one, few, many, other). A number comes as it is shown, with its unit where it has one; one that is
### written out here (40,000) you write as your language does.
### Names of flags, inputs and columns (--tariff, pool_fee, error) are typed as they are in every language.
###
### Its forms and the marks in its numbers stand in src/words/plural.rs and marks.rs, a line each where they are missing; the
### build says so, as it says what a file lacks. Then `breakeven --language de` speaks it, and `cargo xtask build --language
### de` makes the whole site in it: page, figures, embeds, single file. If its words are longer than these, `cargo xtask
### heights --language de` measures how much room an embedded page keeps for it.

## Numbers with their unit. { $number } has the marks of the language.

dollars = ${ $number }
dollars-thousands = ${ $number }k
dollars-millions = ${ $number }M
dollars-billions = ${ $number }B
dollars-trillions = ${ $number }T
# What is allowed, and what is not sure.
range = { $low } to { $high }
range-with-unit = { $low } to { $high } { $unit }
# Of a share: its range by itself, and in per cent.
range-of-share = { $range } ({ $percent })
# A unit, of which $currency is three letters.
currency-per-kwh = { $currency }/kWh

## What is told when one input has changed: in at most 20 words what moved, and whether the verdict is another one. The
## name of the input begins it.

change =
    .same = { $input } from { $before } to { $after }: shutdown price { $shutdown }, all-in break-even { $all-in }, verdict unchanged.
    .same-unreachable = { $input } from { $before } to { $after }: shutdown price { $shutdown }, no all-in break-even, verdict unchanged.
    .flipped = { $input } from { $before } to { $after }: now it { $regime }.

## The inputs: the name by itself and within a sentence, the unit beside a field, a value with its unit, what the figure is,
## and where its default comes from.

input-tariff = Electricity tariff
    .name = electricity tariff
    .unit = USD/kWh
    .value = ${ $number }/kWh
    .help = What a kilowatt-hour costs the mine, delivered.
    .source = assumed: a common industrial tariff of large mines

input-efficiency = Hardware efficiency
    .name = hardware efficiency
    .unit = J/TH
    .value = { $number } J/TH
    .help = Energy that the machines spend on a trillion hashes; less is better.
    .source = data sheet of the Antminer S21 class

input-hashrate = Network hash rate
    .name = network hash rate
    .unit = EH/s
    .value = { $number } EH/s
    .help = All the world’s miners together, as the difficulty tells it.
    .source = chain: mean difficulty of September 2026

input-price = Bitcoin price
    .name = bitcoin price
    .unit = USD/BTC
    .value = { $number }
    .help = What a bitcoin sells for.
    .source = exchange closes: mean of September 2026

input-subsidy = Block subsidy
    .name = block subsidy
    .unit = BTC/block
    .value = { $number } BTC/block
    .help = New bitcoin in each block; it halves every 210,000 blocks.
    .source = consensus rule, since April 2024

input-fees = Transaction fees
    .name = transaction fees
    .unit = BTC/block
    .value = { $number } BTC/block
    .help = What the senders of a block’s transactions pay its miner.
    .source = chain: mean per block, last known to 6 February 2026

input-pool_fee = Pool fee
    .name = pool fee
    .unit = %
    .value = { $number } %
    .help = The part of the reward that the mining pool keeps.
    .source = assumed: common among large pools

input-overhead = Overhead
    .name = overhead
    .unit = PUE
    .value = { $number } PUE
    .help = Power drawn by the site for each unit drawn by its machines; fans and transformers take the rest.
    .source = assumed: air cooling in a cold climate

input-levy = Levy on power
    .name = levy on power
    .unit = USD/kWh
    .value = ${ $number }/kWh
    .help = A tax on the electricity used for mining, on top of the tariff.
    .source = assumed: none

input-hours = Hours run
    .name = hours run
    .unit = h/week
    .value = { $number } h/week
    .help = Hours of the week in which the machines run; 168 is around the clock.
    .source = assumed: around the clock

input-opex = Fixed operating cost
    .name = fixed operating cost
    .unit = USD/kW-month
    .value = ${ $number }/kW-month
    .help = Staff, site, repairs and hosting, per kW of machine load and month, run or not.
    .source = assumed: a large site with few staff

input-machine_price = Machine price
    .name = machine price
    .unit = USD per TH/s
    .value = ${ $number }/TH/s
    .help = What the machines cost, for each TH/s that they compute.
    .source = trade press: bulk price of new machines, December 2023

input-infrastructure = Infrastructure price
    .name = infrastructure price
    .unit = USD/kW
    .value = ${ $number }/kW
    .help = Halls, transformers and cabling, per kW that the site draws, its overhead included.
    .source = derived: 500 million USD invested for sites of 600 MW in Kazakhstan, 2017 to 2021

input-resale = Resale value
    .name = resale value
    .unit = %
    .value = { $number } %
    .help = The part of the machines’ price that they still bring at the end.
    .source = assumed: nothing, as in the article

input-lifetime = Lifetime
    .name = lifetime
    .unit = months
    .value = { $number ->
        [one] { $number } month
       *[other] { $number } months
    }
    .help = How long the machines are used.
    .source = assumed: three years, a common depreciation period

input-discount_rate = Discount rate
    .name = discount rate
    .unit = % a year
    .value = { $number } % a year
    .help = What the mine’s owners want their money to earn in a year.
    .source = assumed: a common cost of capital

input-difficulty_growth = Difficulty growth
    .name = difficulty growth
    .unit = % a year
    .value = { $number } % a year
    .help = How much harder mining gets in a year, from the first day on.
    .source = assumed: none, so that the figure leans on no forecast

input-price_growth = Price growth
    .name = price growth
    .unit = % a year
    .value = { $number } % a year
    .help = How much the price of bitcoin rises in a year, from the first day on; every break-even is a price of that day.
    .source = assumed: none, so that the figure leans on no forecast

input-next_halving = Next halving
    .name = next halving
    .unit = months
    .value = { $number ->
        [one] { $number } month
       *[other] { $number } months
    }
    .help = Months until the subsidy next halves; after that, every 47.9 months.
    .source = derived: block 1,050,000 at 144 blocks a day

input-idle = Idle months
    .name = idle months
    .unit = months
    .value = { $number ->
        [one] { $number } month
       *[other] { $number } months
    }
    .help = Months of the lifetime that pass before the first coin; fixed costs are paid all the same.
    .source = assumed: none

input-capacity = Site capacity
    .name = site capacity
    .unit = MW
    .value = { $number } MW
    .help = What the site can draw; it sets the size of the fleet, not the break-even.
    .source = assumed: one megawatt, to scale from

# What else may be solved for.
difficulty = Difficulty
    .name = difficulty

## The answer, in two sentences of at most 40 words in all, the second of which begins with the space between them. Its
## numbers are coloured, and moved where they stand.

answer =
    .priced = At { $tariff }, { $efficiency } and { $hashrate }, this mine covers power above { $shutdown } a bitcoin, bills above { $cash }, machines above { $all-in }.
    .unreachable = At { $tariff }, { $efficiency } and { $hashrate }, this mine covers power above { $shutdown } a bitcoin, bills above { $cash }; { $all-in }.
    .market = { " " }At { $price } it { $regime }.
    .market-growing = { " " }At { $price }, growing { $growth }, it { $regime }.
# Stands for { $all-in } where there is no such price.
no-all-in-price = no price earns its machines back
# Each of them may stand for { $regime }.
regime-worth-building = is worth building
regime-worth-building-later = is worth building, though switched off at first
regime-runs = runs, but never earns its machines back
regime-runs-never = could run, but never does
regime-switched-off = is switched off
regime-switched-off-at-first = is switched off at first

## Why there is no such number, as a sentence without its full stop.

unreachable-nothing-mined = no price pays this mine back: its machines mine nothing within their lifetime
unreachable-no-reward = no price pays this mine: a block pays neither subsidy nor fees
no-rate-nothing-spent = no capital is spent, so there is nothing to earn a rate on
no-rate-only-losses = the mine comes out even at no rate above −99 % a year
no-rate-beyond-measure = the mine earns more than 10,000 % a year

## Why a figure has no value somewhere: as a sentence without its full stop, and in a few words beside a curve.

no-reward = a block pays nothing, neither a subsidy nor fees
costs-nothing = it costs nothing, however high the hash rate
no-price-in-short = no price pays this mine back
no-reward-in-short = a block pays nothing
costs-nothing-in-short = it costs nothing
# Where there is no room for more.
never-in-short = never

## How the three prices are computed, line by line: the name of a line and its formula in the symbols of the inputs.

working-network = Network hash rate
    .formula = H = D × 2³² ÷ 600 ÷ 10¹²
working-reward = Reward of a block
    .formula = R = (S + F) × (1 − f)
working-energy = Energy of a bitcoin
    .formula = E = H × 600 × ε × PUE ÷ 3,600,000 ÷ R
working-shutdown = Shutdown price
    .formula = (c + ℓ) × E
working-strike = Strike: above it, sell the power
    .formula = (P ÷ E − ℓ) × 1,000
working-coins = Bitcoin of 1 TH/s in a month
    .formula = B = u × 2,629,800 ÷ (H × 600) × R
working-fixed = Fixed cost of 1 TH/s in a month
    .formula = O = ε ÷ 1,000 × o
working-cash = Cash break-even
    .formula = shutdown price + O ÷ B
working-outlay = Machines and site of 1 TH/s
    .formula = K = m + i × ε ÷ 1,000 × PUE
working-resale = Resale of them, today
    .formula = r × m ÷ (1 + d)^(T ÷ 12)
working-all-in = All-in break-even
    .formula = (K − resale + costs) ÷ bitcoin
working-power = Power of 1 TH/s in a month
    .formula = V = ε ÷ 1,000 × PUE × u × 730.5 × (c + ℓ)
working-costs = Running costs of 1 TH/s, today
    .formula = V × A(on) + O × A(life)
# What a dollar in each of these months is worth today. Undiscounted, it is the number of months.
working-annuity = A dollar a month, months { $from } to { $to }, today
    .formula = A = (1 ÷ (1 + d)^(t₁ ÷ 12) − 1 ÷ (1 + d)^(t₂ ÷ 12)) ÷ ((1 + d)^(1 ÷ 12) − 1)
    .undiscounted = A = t₂ − t₁
working-span = Bitcoin of 1 TH/s, months { $from } to { $to }, today
    .formula = (S + F) × (1 − f) × u × 2,629,800 ÷ (H × 600) × A
working-costs-by-month = Running costs of 1 TH/s, today, month by month
    .formula = Σ δ × (V + O)
working-coins-by-month = Bitcoin of 1 TH/s, today, month by month
    .formula = Σ δ × B

## Why other calculators come to other figures: what is done in another way, why it matters, and what it makes of a mine.

difference-fees = Fees in or out
    .explanation = A block pays a subsidy and the fees of its transactions. Counting only the subsidy gives a higher break-even. Here both count.
    .example = With fees the shutdown price is { $here }, without them { $there }.
difference-pool-fee = The pool’s cut
    .explanation = Nearly all miners share their luck in a pool, which keeps a part of the reward. Many calculators leave it out. Here it is an input, taken off the whole reward.
    .example = With the pool’s cut the shutdown price is { $here }, without it { $there }.
difference-hash-rate = Hash rate for difficulty
    .explanation = What a hash earns follows from the difficulty alone, which holds for two weeks. The hash rate of a day is estimated from its blocks and swings by a tenth with luck. Here the difficulty counts; a hash rate is taken for its ten-minute equivalent.
    .example = At the difficulty the shutdown price is { $here }, at a day’s hash rate that luck has a tenth too high { $there }.
difference-capital = Machines spread over the months
    .explanation = Many spread the price of the machines evenly over their months. That leaves out that money now is worth more than money later, that the subsidy halves, and that a miner switches off rather than mine at a loss. Here the net present value over all months is zero.
    .example = Spread evenly the all-in break-even is { $evenly }, month by month { $monthly }.
    .no-price = Spread evenly the all-in break-even is { $evenly }, month by month no price.
difference-joules = A forgotten ÷ 3.6
    .explanation = A machine’s efficiency is given in joules, power is paid by the kilowatt-hour, and one of these is 3.6 million of those. Without it a break-even is 3.6 times too high.
    .example = The shutdown price is { $right }; without ÷ 3.6 it would read { $wrong }.
difference-published-price = A published price that is 3.6 times too high
    .explanation = In a public forum of April 2024: 628 EH/s, 16 J/TH, 5 cents, and the division by 3.6 forgotten.
    .example = Published { $published }, without ÷ 3.6 { $wrong }, right { $right }.
difference-published-energy = A published energy that is a hundred times too low
    .explanation = Trade press of January 2022, for machines of 30.7 J/TH. Why is not known; as if two digits had been lost.
    .example = Published { $published } kWh per bitcoin, right { $right }: { $times } times as much.

## The scenarios: what each is called, and what it is.

scenario-quoted-40000 = “Our break-even is $40,000”
    .summary = An unnamed miner in Kazakhstan named 40,000 dollars, when bitcoin cost half of that. Which tariff, hardware, hours or capital would make it so?
scenario-enegix = Enegix: only by night
    .summary = 150 MW at Ekibastuz, run from midnight to 8 a.m. and on weekends, on power imported from Russia.
scenario-btc-kz = BTC.kz: 10,500 machines
    .summary = 35 MW around the clock for 10,500 machines and 70 jobs, then 30; later dismantled.
scenario-cheapest-power = The cheapest power
    .summary = From 2017 on some miners paid 0.0023 dollars per kWh: a mine of that time, an Antminer S9.
scenario-legal-miners = The legal miners: 600 MW
    .summary = Over 600 MW in 2021, for about 500 million dollars invested since 2017: as much power as a quarter of a million Northern European homes.
scenario-gray-miners = The grey miners: over 1 GW
    .summary = At their peak miners without a licence drew over 1 GW, over 5 % of the generating capacity available, at subsidised tariffs.
scenario-national-peak = A fifth of the world
    .summary = After China’s ban of May 2021 Kazakhstan held nearly 20 % of the world’s hash rate, on over 7 % of its generating capacity. Is that plausible?
scenario-free-zone = A plant with three times the power
    .summary = A plant in a free economic zone used at least three times the power that it should, at the tariff of a maker of ferroalloys.
scenario-rouble-bet = A bet on the rouble
    .summary = A miner on power imported from Russia bets that the rouble collapses and the power gets cheaper.
scenario-hodl-100000 = Holding on for $100,000
    .summary = A miner keeps the coins for a price of 100,000 dollars in 2023. What is that worth today?
scenario-moved-on = Trucked to Siberia
    .summary = Machines that could run no more in Kazakhstan were trucked to Siberia; others were seized.
scenario-network-2013 = The network of 2013
    .summary = 75 TH/s was the whole network in spring 2013. With one of the first machines made for mining.
scenario-network-2016 = The network of 2016
    .summary = One million TH/s by 2016. With an Antminer S5.
scenario-whole-network = The whole network
    .summary = As much power as Argentina, says the article; Ethereum’s switch away from mining cut its use by 99.95 %. All the world’s miners as one mine.
scenario-today = Today, with an Antminer S21
    .summary = The network and the price of September 2026, and an Antminer S21, on sale since 2024, at 5 cents.

## What is said of the numbers of scenarios: where they stand, what is counted, and why this number and no other.

source-peter-guest-bitcoin-mining = Peter Guest, "Bitcoin mining was booming in Kazakhstan. Then it was gone.", MIT Technology Review, 12 January 2023
source-kazakhstans-tax-code-of = Kazakhstan’s tax code of 2017, no. 120-VI
source-bitcoin-chain = Bitcoin chain
source-exchange-closes = exchange closes
source-makers-data-sheet = maker’s data sheet
source-assumption = assumption
stated-quoted-break-even = quoted break-even
stated-price-at-its-height = price at its height
stated-price-after-the-fall = price after the fall of FTX
stated-hangars = hangars
stated-length-of-a-hangar = length of a hangar
stated-power-against-the-towns = power against the town’s peak demand
stated-planned-extension = planned extension
stated-machines = machines
stated-jobs = jobs
stated-jobs-left = jobs left
stated-invested = invested
stated-homes-of-the-same = homes of the same power
stated-share-of-the-generating = share of the generating capacity available
stated-market-tariff = market tariff
stated-share-of-the-worlds = share of the world’s hash rate
stated-share-of-national-generating = share of national generating capacity
stated-growth-of-the-nations = growth of the nation’s use of power
stated-power-used-against-what = power used against what it should be
stated-roubles-for-a-dollar = roubles for a dollar
stated-price-hoped-for = price hoped for
stated-time-to-wait = time to wait
stated-power-against-that-of = power against that of Argentina
stated-cut-by-another-chains = cut by another chain’s switch away from mining
fact-from-the-difficulty-of = From the difficulty of that period.
fact-consensus-rule-at-the = Consensus rule at the height of that day.
fact-mean-of-the-period = Mean of the period.
fact-from-the-height-of = From the height of that day, at 144 blocks a day.
fact-large-pools-keep-one = Large pools keep one to four per cent.
fact-air-cooled-halls-in = Air-cooled halls in a cold climate lose little to fans.
fact-a-large-site-with = A large site with few staff; hosting by others costs more.
fact-three-years-is-a = Three years is a common depreciation period for machines.
fact-a-common-cost-of = A common cost of capital.
fact-none-so-that-the = None, so that the figure leans on no forecast.
fact-the-machines-start-on = The machines start on the day on which they are paid.
fact-about-500-million-usd = About 500 million USD for sites of 600 MW, and perhaps some machines: a high figure.
fact-the-article-the-machines = The article: the machines can’t be resold or repurposed.
fact-nothing-as-in-the = Nothing, as in Kazakhstan.
fact-not-stated-for-this = Not stated for this miner: as at Ekibastuz.
fact-what-large-pools-keep = What large pools keep.
fact-from-open-air-to = From open air to a hall with forced cooling.
fact-from-a-lean-site = From a lean site of one’s own to hosting by others.
fact-the-derived-figure-may = The derived figure may hold machines, or lack grid works.
fact-two-to-four-years = Two to four years are in use for depreciation.
fact-from-a-banks-loan = From a bank’s loan to a risky venture.
fact-no-tariff-is-stated = None is stated: from cheap industrial power to dear.
fact-an-antminer-s19-3 = An Antminer S19 (3,250 W, 95 TH/s): common in its day.
fact-half-of-the-quoted = Half of the quoted break-even of 40,000.
fact-consensus-rule-from-may = Consensus rule from May 2020 to April 2024.
fact-mean-of-the-period-interpolated = Mean of the period, interpolated between neighbours.
fact-one-tenge-per-kwh = One tenge per kWh of mining, at 435 to the dollar, from January 2022.
fact-trade-press-has-60 = Trade press has 60 USD/TH in July 2022, for the best machines: the all-in break-even is high.
fact-block-840-000-at = Block 840,000, at 144 blocks a day: April 2024.
fact-no-machine-is-named = No machine is named: from an Antminer S19j Pro to an old S9.
fact-the-same-class-fell = The same class fell from 101 to 15 USD/TH within 2022.
fact-the-least-and-the = The least and the most of the year’s second half, interpolated.
fact-the-unnamed-miners-hours = From nights only to all.
fact-midnight-to-8-a = Midnight to 8 a.m. (40 hours from Monday to Friday) and weekends (48 hours).
fact-enegix-at-ekibastuz-eight = 150 MW at Ekibastuz.
fact-what-an-unnamed-miner = What an unnamed miner named.
fact-over-65-000-in = Over 65,000 in November 2021.
fact-under-17-000-in = Under 17,000 in November 2022.
fact-eight-stand-at-ekibastuz = Eight stand at Ekibastuz.
fact-each-is-60-metres = Each is 60 metres long.
fact-150-mw-are-five = 150 MW are five times the peak.
fact-50-mw-more-were = 50 MW more were planned.
fact-35-mw-over-10 = 35 MW over 10,500 machines are 3.33 kW each: what an Antminer S19 (95 TH/s) draws with its site.
fact-about-35-000-early = About 35,000 early in 2022.
fact-mean-of-the-period-from = Mean of the period, from public chart data.
fact-trade-press-has-101 = Trade press has 101 USD/TH for this class at the start of 2022; what these cost is not known.
fact-the-article-around-the = The article: around the clock.
fact-the-article-10-500 = The article: 10,500 machines drawing 35 MW.
fact-machines-that-draw-3 = Machines that draw 3.3 kW: from an Antminer S19 Pro to a T19.
fact-from-the-class-before = From the class before to somewhat above the index.
fact-the-least-and-the-most = The least and the most of neighbouring periods.
fact-10-500-machines-later = 10,500 machines, later dismantled.
fact-70-while-it-ran = 70 while it ran.
fact-30-when-the-article = 30 when the article was written.
fact-some-miners-paid-0 = Some miners paid 0.0023 USD/kWh, from 2017 on.
fact-an-antminer-s9-1 = An Antminer S9 (1,372 W, 14 TH/s).
fact-mean-of-that-difficulty = Mean of that difficulty period’s days.
fact-the-levy-on-mining = The levy on mining came in January 2022.
fact-nothing-kept-a-mine = Nothing kept a mine from running around the clock.
fact-the-order-of-the = The order of the maker’s price at that time: some 2,300 USD for 13.5 TH/s.
fact-one-megawatt-to-scale = One megawatt, to scale from.
fact-some-paid-this-little = Some paid this little; others a common tariff of the country.
fact-dealers-asked-up-to = Dealers asked up to twice the maker’s price; it halved by summer.
fact-from-a-calm-period = From a calm period of that year to the height of December 2017.
fact-the-order-of-an-industrial = The order of an industrial tariff; no other is stated.
fact-around-the-clock-until = Around the clock, until power was rationed.
fact-from-the-price-of = From the price of an old S9 to somewhat above the index.
fact-over-600-mw-in = Over 600 MW in 2021.
fact-about-500-million = About 500 million.
fact-a-quarter-of-a = A quarter of a million in Northern Europe.
fact-the-article-has-subsidised = The article has subsidised tariffs and names none; below the 0.05 assumed for industry.
fact-an-antminer-s17-many = An Antminer S17: many machines were moved on from China, used.
fact-trade-press-has-76 = Trade press has 76 USD/TH for the S17 class at the start of 2022.
fact-over-1-gw-at = Over 1 GW at its peak.
fact-from-the-least-that = From the least that the article names to a market tariff.
fact-over-5 = Over 5 %.
fact-7-of-a-capacity = 7 % of a capacity of 20 GW, of which the grey miners’ 1 GW was 5 %; taken as the same capacity.
fact-what-20-of-the = What 20 % of the world’s hash rate on 1,400 MW implies, 3 % of it lost to the site.
fact-nearly-20-after-may = Nearly 20 % after May 2021.
fact-over-7 = Over 7 %.
fact-up-8 = Up 8 %.
fact-the-article-has-a = The article has a ferroalloy tariff and names none; smelters buy far below other industry.
fact-the-plants-size-is = The plant’s size is not stated; ten megawatts, to scale from.
fact-no-ferroalloy-tariff-is = No ferroalloy tariff is stated; it lies below the market’s.
fact-at-least-three-times = At least three times.
fact-trade-press-has-14 = Trade press has 14.88 USD/TH for this class at the end of 2022; what these cost is not known.
fact-from-an-old-s9 = From an old S9 to what the class cost half a year before.
fact-the-neighbouring-periods-interpolated = The periods from September 2022 to February 2023.
fact-the-order-of-the-official = The order of the official rate at that time; the article names none.
fact-a-miner-holds-on = A miner holds on for 100,000 in 2023.
fact-to-the-end-of = To the end of 2023.
fact-half-a-year-to = Half a year to dismantle, truck to Siberia, build and connect; the article names no time.
fact-kept-so-that-only = Kept, so that only the delay tells; Siberian tariffs are of that order.
fact-kazakhstans-levy-stays-behind = Kazakhstan’s levy stays behind.
fact-around-the-clock-once = Around the clock once they run again.
fact-from-a-ready-hall = From a ready hall to one that is still to be built and connected.
fact-the-tariff-of-the = The tariff of the other scenarios, so that only the year tells.
fact-no-country-taxed-the = No country taxed the power of miners apart.
fact-not-known-for-that = Not known for that time: subsidy only.
fact-around-the-clock = Around the clock.
fact-nothing-machines-aged-within = Nothing: machines aged within a year.
fact-one-kilowatt-to-scale = One kilowatt, to scale from; mines were small.
fact-75-th-s-in = 75 TH/s in 2013.
fact-mean-of-the-period-in = Mean of the period in which the network passed 75 TH/s.
fact-consensus-rule-from-november = Consensus rule from November 2012 to July 2016.
fact-block-420-000-at = Block 420,000, at 144 blocks a day.
fact-the-order-of-the-first = The order of the first machines made for it: some 600 W for 66 GH/s.
fact-the-most-that-the = The most that the model takes; the first machines sold for more, so the all-in break-even is too low.
fact-from-the-best-new = From the best new machine to the graphics cards of 2011.
fact-the-hash-rate-grew = The hash rate grew a hundredfold within the year.
fact-unknown-a-small-part = Unknown; a small part of the subsidy.
fact-one-million-th-s = One million TH/s by 2016.
fact-mean-of-the-period-in-which = Mean of the period in which the network passed 1 EH/s.
fact-an-antminer-s5-590 = An Antminer S5 (590 W, 1.155 TH/s).
fact-the-order-of-an-s5s = The order of an S5’s price: some hundred dollars.
fact-from-the-best-machine = From the best machine of the year to those of two years before.
fact-from-used-to-new = From used to new.
fact-the-antminer-s9-of = The Antminer S9 of that summer took a fifth of the power.
fact-a-common-industrial-tariff = A common industrial tariff of large mines.
fact-an-antminer-s19-taken = An Antminer S19, taken for the mean of all the world’s machines.
fact-few-countries-tax-the = Few countries tax the power of miners apart.
fact-the-hash-rate-is = The hash rate is what runs.
fact-the-whole-network-at = The whole network at that efficiency, 3 % lost to the sites.
fact-from-the-best-common = From the best common machine to a mean that holds many old ones.
fact-as-much-power-as = As much power as Argentina.
fact-99-95-of-that = 99.95 % of that chain’s power.
fact-a-machine-of-the = An Antminer S21 (3,500 W, 200 TH/s).
fact-from-the-mean-difficulty = From the mean difficulty of the month.
fact-mean-of-the-month = Mean of the month.
fact-consensus-rule-from-april = Consensus rule from April 2024.
fact-the-last-known-mean = The last known mean per block.
fact-the-last-bulk-price = The last bulk price that trade press gives for new machines; today’s is not known.
fact-block-1-050-000 = Block 1,050,000, at 144 blocks a day.
fact-from-an-antminer-s21 = From an Antminer S21 XP to machines of the year before.
fact-the-last-known-price = The last known price is old, and of large orders.
fact-fees-swing-with-the = Fees swing with the demand for space in blocks.

# How a number is known.
basis-article = article
basis-derived = derived
basis-assumed = assumed

## What follows from a scenario, in one sentence.

conclusion-quoted = On electricity alone, { $price } takes { $tariff } or { $efficiency }; all in, machines that have to earn back { $machines }.
conclusion-quoted-free = On electricity alone, { $price } takes { $tariff } or { $efficiency }; all in, machines at { $machines } around the clock: at { $hours } even free ones need { $needed }.
conclusion-enegix = Run for { $hours } of { $week } hours a week, the mine keeps its shutdown price of { $shutdown }, but its all-in break-even rises from { $before } to { $after }; while on, it is { $share } of the network.
conclusion-cheapest-power = At { $tariff } an Antminer S9 took { $power } of power for a coin and never more than { $highest } from 2018 to 2021, while a fortnight’s mean price was { $low } to { $high }.
conclusion-legal-miners = { $invested } for { $capacity } is { $kilowatt } a kW, and the power of { $homes } homes of { $home } kW each; at { $price } a bitcoin, bills paid, it takes { $days ->
    [one] { $days } day
   *[other] { $days } days
} to earn that sum, { $months ->
    [one] { $months } month
   *[other] { $months } months
} with machines at { $machines } (assumed).
conclusion-gray-miners = { $capacity } mined { $coins } bitcoin a day; at a market tariff of { $market } instead of { $tariff } (both assumed) its power would have cost { $more } more a day, { $each } for each coin.
conclusion-free-zone = Each coin mined at { $tariff }, not { $market } (both assumed), had a subsidy of { $subsidy }, { $share } of its price; of { $times } times the power { $part } was not for the plant’s trade.
conclusion-rouble-bet = At { $rate } roubles to the dollar, { $tariff } roubles per kWh make a shutdown price of { $shutdown } and an all-in break-even of { $all-in }; at { $later } roubles they would make { $later-shutdown } and { $later-all-in }.
conclusion-hodl = At { $rate }, { $hoped } in { $months ->
    [one] { $months } month
   *[other] { $months } months
} is worth { $worth } today: at a price of { $price }, holding on pays if the chance of it is above { $chance }, if the coin is worthless otherwise.
conclusion-moved-on = { $months ->
    [one] { $months } month
   *[other] { $months } months
} without a coin raises the all-in break-even from { $before } to { $after }, and leaves the shutdown price at { $shutdown }.
conclusion-other-year = A coin took { $energy } kWh, { $power } of power, and brought { $price }; by October 2022 mining was { $times } times as hard, a block paid { $later } BTC, not { $paid }, and the same machine would need { $needed }.
conclusion-whole-network = At { $efficiency } the network’s { $hashrate } EH/s draw { $gigawatts } GW, { $energy } TWh a year; a cut of { $cut } would leave { $left } MW.
conclusion-today = At { $price } a mine of such machines on power at { $tariff } pays for its power above { $shutdown } and for its machines above { $all-in }: it { $regime }.
conclusion-btc-kz = { $machines } machines at { $machine } kW and { $job } MW a job: had it run on at { $tariff } (assumed), bitcoin would first have fallen under its shutdown price of { $needed } in the period from { $day }, at { $price }.
conclusion-btc-kz-never = { $machines } machines at { $machine } kW and { $job } MW a job: had it run on at { $tariff } (assumed), bitcoin would never have fallen under its shutdown price.
conclusion-national-peak =
    .plausible = { $share } of the world’s { $hashrate } EH/s on { $capacity } is at least { $efficiency }: plausible, within the { $best } to { $old } that machines of the day took.
    .not-plausible = { $share } of the world’s { $hashrate } EH/s on { $capacity } is at least { $efficiency }: not plausible, outside the { $best } to { $old } that machines of the day took.
# Stands for an all-in break-even where there is none.
conclusion-no-price = no price
percent = { $number } %

## The figures: titles, axes, what stands beside a curve, and what is shown, which ends in a space before the answer.

# An axis across: the name of an input and its unit.
axis-with-unit = { $name }, { $unit }
shutdown-curve = Electricity
cash-curve = Cash
all-in-curve = All-in
market-curve = Market price
network-curve = This network
usd-per-bitcoin = USD per bitcoin
bar-title = Break-even prices of bitcoin, stacked
tariff-title = Break-even price of bitcoin against the { $input }
tariff-axis = Break-even, USD per bitcoin (log scale)
tariff-shows =
    .log = Three curves over the { $input } from { $from } to { $to }, on logarithmic axes; the market price is a dashed line.{ " " }
    .linear = Three curves over the { $input } from { $from } to { $to }, on a logarithmic scale; the market price is a dashed line.{ " " }
    .price = Three curves over the { $input } from { $from } to { $to }, on logarithmic axes; the market price is a curve of its own.{ " " }
frontier-title = Network hash rate up to which a mine is paid, against the { $input }
frontier-axis = Network hash rate, EH/s (log scale)
frontier-shows = Three curves over the { $input } from { $from } to { $to }: the network hash rate up to which { $price } a bitcoin pays for each; the network’s own is a dashed line.{ " " }

## The three break-evens within a sentence.

tier-shutdown = shutdown price
tier-cash = cash break-even
tier-all-in = all-in break-even

## What is read at a place of a figure: why it is worth a look. $name is a curve by its name beside it.

readout-note =
    .meets = { $name } meets { $other }
    .highest = { $name } at its highest
    .lowest = { $name } at its lowest
readout-author = The author’s value

## The figures by name, as on the tabs of the page: short; and what each shows, in a sentence.

view-bar = Bar
    .shows = The three break-evens stacked in one bar, and the market price.
view-tariff = Tariff
    .shows = The three break-evens against the electricity tariff.
view-frontier = Network
    .shows = The network hash rate at which each break-even meets the market price, against the electricity tariff.
view-time = Through time
    .shows = The mine’s shutdown price, the best machine’s of the day and the market price since 2010.
view-true = What if
    .shows = What would have to be true for a price to be the break-even: for the one that a scenario quotes, else for the market’s.
view-lifetime = Payback
    .shows = The mine’s cash month by month over the life of its machines.
view-drivers = Drivers
    .shows = What moves the all-in break-even most: less and more of each input.

## A month, counted from when the machines were bought.

in-month = month { $month }

## Beside the line on which the subsidy halves.

halving = Halving

## The figure of this mine through time, beside the market price and the best machine then on sale.

time-title = This mine, the best machine of the day and the market price
time-axis = Date
time-price-axis = USD per bitcoin (log scale)
time-best = Best machine
time-market = Market price
time-under-water = Under water
# Before the day of a mine that is put on one.
time-day = This day
# What it shows: the first sentence is one of three, the other one begins with the space before it.
time-paid = At { $tariff } and { $efficiency } the market price would have paid for this mine’s electricity at all times since { $first }.
time-never-paid = At { $tariff } and { $efficiency } the market price would at no time since { $first } have paid for this mine’s electricity.
time-partly-paid = At { $tariff } and { $efficiency } the market price would have paid for this mine’s electricity for { $percent } % of the time since { $first }.
time-end = { " " }In the period from { $end } a bitcoin’s electricity costs this mine { $mine }, the best machine then on sale { $best }; the market price is { $market }.
# What power is worth to the mine: whoever pays more for it is better sold it.
time-strike = { " " }At { $price } a bitcoin selling the power beats mining above { $strike }/MWh.
time-no-strike = { " " }At { $price } a bitcoin selling the power beats mining at any price.

## The figure of what moves the all-in break-even most.

drivers-title = What moves the all-in break-even most
drivers-axis = All-in break-even, USD per bitcoin
drivers-mine = This mine
# What it shows, of the input that moves it most.
drivers-most = The all-in break-even of { $price } depends most on the { $input }: at { $less } it is { $low }, at { $more } { $high }.
drivers-none = No price pays this mine back, so nothing can be ranked.
# Under rows, here and in the figure of what would have to be true: how many more find no room.
drivers-others = and { $count } more

## A figure as a table: what stands over its columns, with the unit where all of a column has one, and a few of its cells.

table-head = { $name }, { $unit }
# Under a table: a list of inputs, each with its value.
table-assumed = It assumes: { $values }.
table-yes = yes
table-no = no
table-month = Month
table-running = Running
table-tier = Break-even
table-input = Input
table-value = Value
table-unit = Unit
table-low = Less
table-high = More
# The all-in break-even at less and at more of an input, and the distance between these.
table-price-low = All-in at less
table-price-high = All-in at more
table-swing = Swing
# Per cent of the break-even for each per cent of the input.
table-elasticity = Elasticity
    .unit = % per %
# The network hash rate at which each break-even is the market price.
table-hashrate-shutdown = Network at the shutdown price
table-hashrate-cash = Network at the cash break-even
table-hashrate-all-in = Network at the all-in break-even
table-best-machine-shutdown-price = Best machine’s shutdown price
# What a month brings and costs.
table-bitcoin = Bitcoin
    .unit = BTC per TH/s
table-electricity = Electricity
table-fixed-cost = Fixed cost
table-cash = Cash
table-cumulative = Cash so far
table-present-value = Discounted

## The figure of what would have to be true for a price to be the break-even: for one that a scenario quotes, else for the
## market's.

# Of the market price, and of one that was quoted.
true-title = What would have to be true for { $price } to be the break-even
    .quoted = What would have to be true for the quoted { $price } to be the break-even
# Above the dots.
true-asked = For a break-even of { $price }, each alone
    .quoted = For the quoted { $price }, each alone
true-desc = What would have to be true for { $price } to be the break-even, each input changed alone.
    .quoted = What would have to be true for the quoted { $price } to be the break-even, each input changed alone.
# Beside the dots for the mine’s own values.
true-now = Now
# Lists of inputs, in the first with their values.
true-all-in = { " " }It is the all-in break-even at { $values }.
true-no-all-in = { " " }None of these makes it the all-in break-even: { $inputs }.
# Beside the name of a break-even that no value of the input makes the price: how near it comes from above or below, or that
# it does not come near.
no-value-above = at least { $price }
no-value-below = at most { $price }
no-value-in-short = out of reach
# In a table, of an input that does not move the break-even.
no-difference-in-short = makes no difference

## The figure of the mine's cash month by month: its title, its axes, and what stands beside its lines.

lifetime-title = The mine’s cash month by month
lifetime-months = Months since the machines were bought
lifetime-cash-axis = USD per TH/s of machine
lifetime-so-far = Cash
lifetime-discounted = Discounted
lifetime-switched-off = Switched off
lifetime-idle = Not running yet
lifetime-payback = Paid back
# What it shows: the first sentence is one of three, the others begin with the space before them.
lifetime-paid-back = At { $price } a bitcoin the mine is paid back in month { $month }, without interest.
lifetime-never = At { $price } a bitcoin the mine is never paid back within { $lifetime }.
lifetime-nothing-spent = No capital is spent, so there is nothing to pay back.
lifetime-end = { " " }At the end its cash is { $cash } per TH/s of machine, or { $present } discounted at { $rate }.
lifetime-off = { " " }It is switched off for { $months ->
    [one] { $months } month
   *[other] { $months } months
}.

## Why no value of an input makes a break-even the price that was asked for, as a sentence without its full stop.
## $tier is one of the three names above, $input the name of an input.

solve-does-not-act = the { $tier } does not depend on the { $input }
solve-does-not-act-hours = the { $tier } does not depend on the { $input }: a machine that stands still earns nothing and draws nothing
solve-does-not-act-price = the { $tier } does not depend on the { $input }: it is itself the price that is looked for
solve-stays = whatever the { $input }, the { $tier } of this mine stays at { $price }
solve-jumps = the { $tier } steps over the price at { $input } of { $value }
solve-nearest = no { $input } makes the { $tier } { $wanted }; the nearest is { $price }, at { $value }
# The value that comes nearest leaves the break-even too high, or brings it not high enough. English has two articles before
# the name of an input (a-value, an-value); elsewhere both may read alike. With values the name is a plural, and with
# time the value is a number of hours or months.
even =
    .free-power-leaves = even free power leaves the { $tier } at { $price }
    .free-power-brings = even free power brings the { $tier } only to { $price }
    .no-levy-leaves = even power without a levy leaves the { $tier } at { $price }
    .no-levy-brings = even power without a levy brings the { $tier } only to { $price }
    .no-fees-leaves = even blocks without fees leave the { $tier } at { $price }
    .no-fees-brings = even blocks without fees bring the { $tier } only to { $price }
    .no-pool-fee-leaves = even a pool that keeps nothing leaves the { $tier } at { $price }
    .no-pool-fee-brings = even a pool that keeps nothing brings the { $tier } only to { $price }
    .no-opex-leaves = even a site without fixed operating cost leaves the { $tier } at { $price }
    .no-opex-brings = even a site without fixed operating cost brings the { $tier } only to { $price }
    .free-machines-leaves = even free machines leave the { $tier } at { $price }
    .free-machines-brings = even free machines bring the { $tier } only to { $price }
    .free-site-leaves = even a free site leaves the { $tier } at { $price }
    .free-site-brings = even a free site brings the { $tier } only to { $price }
    .no-delay-leaves = even a start without delay leaves the { $tier } at { $price }
    .no-delay-brings = even a start without delay brings the { $tier } only to { $price }
    .no-resale-leaves = even machines that cannot be resold leave the { $tier } at { $price }
    .no-resale-brings = even machines that cannot be resold bring the { $tier } only to { $price }
    .full-resale-leaves = even machines that sell for all that they cost leave the { $tier } at { $price }
    .full-resale-brings = even machines that sell for all that they cost bring the { $tier } only to { $price }
    .all-hours-leaves = even running around the clock leaves the { $tier } at { $price }
    .all-hours-brings = even running around the clock brings the { $tier } only to { $price }
    .no-overhead-leaves = even a site without overhead leaves the { $tier } at { $price }
    .no-overhead-brings = even a site without overhead brings the { $tier } only to { $price }
    .a-value-leaves = even a { $input } of { $value } leaves the { $tier } at { $price }
    .a-value-brings = even a { $input } of { $value } brings the { $tier } only to { $price }
    .an-value-leaves = even an { $input } of { $value } leaves the { $tier } at { $price }
    .an-value-brings = even an { $input } of { $value } brings the { $tier } only to { $price }
    .values-leaves = even { $input } of { $value } leave the { $tier } at { $price }
    .values-brings = even { $input } of { $value } bring the { $tier } only to { $price }
    .time-leaves = even { $value } leave the { $tier } at { $price }
    .time-brings = even { $value } bring the { $tier } only to { $price }

## What the command prints: results, remarks and refusals. Its help is not among them.

# How a refusal reads, here and in the core: the field, its value, what is wrong, what would be right.
not-a-number = { $field }: { $value } is not a number; allowed is { $allowed }
not-a-range = { $field }: { $value } is not a range; allowed is { $allowed }
not-readable = { $field }: { $value } is not readable; allowed is { $allowed }
not-writable = { $field }: { $value } is not writable; allowed is { $allowed }
only-for-a-png = { $field }: { $value } is for a PNG alone; allowed is with --output FILE.png
out-of-range = { $field }: { $value } is out of range; allowed is { $allowed }
conflict = { $field }: { $value } does not go with the rest; allowed is { $allowed }
unknown = { $field }: { $value } is not known; known: { $allowed }
not-a-date = { $field }: { $value } is not a date; allowed is { $allowed }
ambiguous = { $field }: { $value } is the name of several; one of: { $allowed }
two-readings = { $field }: { $value } can be read in two ways; write { $allowed }

# What is allowed, as the end of a refusal.
allowed-link = what `breakeven link` prints, such as 1~today~tariff
allowed-link-version = a link of this release, which begins with 1~
allowed-one-of-both = one of { $one } and { $other }, not both
allowed-pixels = { $least } to { $most } px
allowed-range = INPUT=LOW..HIGH, such as tariff=0.04..0.06
allowed-watts = { $least } to { $most } W
allowed-picture = FILE.svg, FILE.png or FILE.zip
allowed-from-day = { $day } (--from) or later
allowed-day = a day of the calendar as YYYY-MM-DD
allowed-currency = any code of three letters, such as KZT
allowed-rate = any positive number of units for a dollar
allowed-subsidy = at least 0.00000001 BTC/block, fees included
allowed-hash-rate = one of the two, or the hash rate of difficulty { $difficulty }: { $hash-rate }
allowed-schedule = { $schedules }, or hours per week
allowed-along = none: the figure { $view } has no input along x
allowed-series = { $views }; `table` has what it shows
such-as = { $allowed }, such as { $example }
two-ways = { $one } or { $other }
# The days of the history, and the month beyond it.
or-newest = { $days }, or { $newest }
day-of-newest-month = a day of September 2026

# What of a link was left out.
link-malformed = link: not readable; shown is the default
link-of-another-release = link: made by another release; shown is the default
link-with-unknown = link: left out { $field }: { $value } is not known
link-with-refused = link: left out { $refusal }
link-with-repeated = link: { $field } is given twice; the last one holds

# Why results as data have no value somewhere.
never-paid-back = never: what comes in within the lifetime does not cover the capital

failed = breakeven: { $reason }
warning = warning: { $reason }
cannot-read = cannot read { $file }: { $reason }
file-empty = it is empty
file-too-long = it is longer than { $megabytes } MB
cannot-write = cannot write { $file }: { $reason }
cannot-write-output = cannot write the output: { $reason }
cannot-write-picture = cannot write the picture: { $reason }
picture-too-large = a picture of { $width } × { $height } px is too large
file-without-mine = from: { $file } holds no mine; allowed is an SVG, a PNG or a zip that Breakeven wrote
file-without-inputs = inputs: { $file } holds no inputs of a mine: { $reason }
input-twice = { $input } is given twice; allowed is once

large-rate = note: { $field }: { $value } is read as { $rate }
newest-fees = note: network and price are the means of September 2026, the fees those to 6 February 2026
unknown-fees = note: the fees of { $day } are not known; the figures count the subsidy only

no-value = none
no-value-because = none: { $reason }

per-kilowatt-hour = { $money } { $currency }/kWh
kilowatt-hours = { $number } kWh
megawatt-hours = { $number } MWh
megawatts = { $number } MW
exahashes-per-second = { $number } EH/s
bitcoins = { $number } BTC

# breakeven eval: the name of a figure, the figure, and (its note) what it is.
eval-shutdown-price = Shutdown price
    .note = covers the electricity
eval-cash-price = Cash break-even
    .note = covers staff and site too
eval-all-in-price = All-in break-even
    .note = earns the machines back too
eval-market-price = Market price
eval-hashprice = Hashprice
    .note = revenue of 1 PH/s in a day
eval-hashcost = Hashcost
    .note = electricity of 1 PH/s in a day
eval-strike = Strike
    .value = { $price }/MWh
    .note = above it, sell the power
eval-energy = Energy per bitcoin
eval-bitcoin = Bitcoin per PH/s
    .note = in a day
eval-difficulty = Difficulty
eval-margin = Margin
    .note = a bitcoin, electricity paid
eval-present-value = Net present value
    .note = per TH/s
eval-internal-rate = Internal rate
eval-paid-back = Paid back
    .note = without interest
eval-paid-back-never = never
eval-paid-back-nothing = no capital is spent
eval-paid-back-in = month { $month }
eval-switched-off = Switched off
    .note = of the lifetime
eval-switched-off-months = { $months ->
    [one] { $months } month
   *[other] { $months } months
}
eval-electricity = Electricity
    .note = per TH/s over the lifetime
eval-levy = Levy
eval-fixed-cost = Fixed cost
eval-capital = Capital
eval-site = Site
    .note = { $homes ->
        [one] as { $homes } home
       *[other] as { $homes } homes
    }
eval-hash-rate = Its hash rate
    .note = { $percent } % of the network while it is on
eval-mines = It mines
eval-draws = It draws
eval-spends = It spends
eval-earns = It takes in
# Beside what it mines, draws, spends and earns in a day.
eval-a-year = a day; { $year } a year
eval-machines = Machines
# Between this and { $high }.
eval-interval = to { $high }, all that is uncertain at its ends
eval-out-of-reach = out of reach

# breakeven drivers: the heads of its columns.
drivers-elasticity = elasticity
drivers-swing = swing
drivers-less = less
drivers-more = more
drivers-price = price
# By how much an input swings.
drivers-fifth = a fifth
drivers-range = scenario’s range
drivers-default = default
drivers-held = | the end of the allowed range
drivers-of = { $tier } { $price }

# breakeven history: the heads of its columns.
history-date = date
history-hash-rate = EH/s
history-reward = BTC/block
history-price = price
history-shutdown = shutdown
history-best = best
history-best-machine = best machine on sale
history-fees = fees
history-subsidy-only = subsidy only

# breakeven machines: the heads of its columns.
machines-machine = machine
machines-efficiency = J/TH
machines-power = W
machines-on-sale = on sale
machines-shutdown = shutdown
machines-for-good = for good
machines-under-water = under water
# When a machine no longer paid for its electricity.
machines-never = never
machines-came-back = first { $first }, came back
machines-came-back-then-for-good = first { $first }, came back, then for good
machines-once-and-for-good = once and for good
machines-period = shutdown: USD/BTC in the difficulty period from { $day }
machines-period-subsidy-only = shutdown: USD/BTC in the difficulty period from { $day }, the subsidy only: its fees are not known

# breakeven batch: how the file is written.
batch-one-column-decimal-comma = note: one column, numbers with a decimal comma; the results have semicolons between columns
batch-commas-decimal-comma = note: a comma between columns and a decimal comma, read and written
batch-semicolons-decimal-comma = note: a semicolon between columns and a decimal comma, read and written
batch-semicolons-decimal-point = note: a semicolon between columns and a decimal point, read and written
batch-tabs-decimal-comma = note: a tab between columns and a decimal comma, read and written
batch-tabs-decimal-point = note: a tab between columns and a decimal point, read and written
batch-carried = note: carried through, not read: { $columns }
# The first few columns, and how many there are besides.
batch-and-more = { $more ->
   *[other] { $columns } and { $more } more
}
batch-date-column = note: the column date puts each mine on its day; --carry date passes it through, not read
batch-hashrate-column = note: the column of hash rates is read as the network’s, not a machine’s; --carry passes it through, not read
batch-large-rates = note: some rates are above 100 % a year; a number without a sign counts 1 for 100 %
batch-fees-unknown = note: the fees of some days are not known; the figures of those rows count the subsidy only
batch-fees-older = note: network and price of some days are the means of September 2026, the fees those to 6 February 2026
batch-refused = { $rows ->
    [one] { $rows } row was refused; its column `error` has the reason
   *[other] { $rows } rows were refused; their column `error` has the reason
}
# Of the rest of a file, which no quote ends.
batch-quote-open = line { $line }: a quote is opened and never closed: { $value }
batch-two-readings = { $refusal }, or give --decimal point or --decimal comma
batch-cells = { $cells ->
    [one] row: { $cells } cell; allowed is { $allowed }, as in the head
   *[other] row: { $cells } cells; allowed is { $allowed }, as in the head
}
batch-row-too-long = a row of more than { $megabytes } MB; is a quote left open?
batch-writer-stopped = the writer stopped
batch-unreadable = the rows cannot be read: { $reason }

# What is wrong with the head of a column. Here $id is the name of an input, and $carried the head as it is typed.
column-of-the-file = columns: { $head } is no input; give --{ $flag } for the whole file, or rename it
column-nearly-with-unit = columns: { $head } is nearly { $id }; write { $id }, { $id } (unit), or --carry { $carried } if it is none
column-nearly = columns: { $head } is nearly { $id }; write { $id }, or --carry { $carried } if it is none
column-with-the-unit = columns: { $head } has the unit of { $id }; write { $id }, or --carry { $carried } if it is none
column-in-currency = columns: { $head } is in { $currency }; give --currency { $currency } and --rate
column-of-another-unit = columns: { $head } has a unit that { $id } has not; allowed is { $allowed }
column-without-unit = no unit
column-of-a-result = columns: "{ $head }" is the name of a result; rename it
column-twice = columns: "{ $id }" stands twice; allowed is once
columns-not-together = columns: { $one } and { $other }; allowed is one of them, not both: --carry { $other } passes it through
columns-without-input = columns: none is an input; known: { $known }

# breakeven figure -o FILE.zip: what each column of a table holds. An input's column is described by the input's help.
column-shutdown-price = The price of a bitcoin at which the mine pays for its electricity.
column-cash-price = The price of a bitcoin at which the mine pays its fixed operating cost too.
column-all-in-price = The price of a bitcoin at which the mine earns back its machines and its site too, with interest.
column-hashrate-shutdown = The network hash rate at which the shutdown price is the market price.
column-hashrate-cash = The network hash rate at which the cash break-even is the market price.
column-hashrate-all-in = The network hash rate at which the all-in break-even is the market price.
column-date = The first day of a difficulty period.
column-difficulty = The difficulty of that period.
column-best-machine = The machine on sale that day which spends the least energy.
column-best-machine-shutdown-price = The price of a bitcoin at which that machine, on the same power, pays for its electricity.
column-input = The input that is moved, by its name in flags.
column-low = The lower value of that input.
column-high = The higher value of that input.
column-price-low = The all-in break-even at that lower value.
column-price-high = The all-in break-even at that higher value.
column-swing = The distance between these two break-evens.
column-elasticity = Per cent of the all-in break-even for each per cent of the input; 0 where the input is 0, empty where the break-even is 0.
column-tier = The break-even that is to be that price: shutdown, cash or all-in.
column-value = The value of the input, all others as they are, at which that break-even is the price asked about.
column-unit = The unit of that value.
column-month = Months since the machines were bought. Each row tells of the time since the one before; 0 is the day itself.
column-bitcoin = What the machines mine in that time.
column-electricity = What their electricity costs in that time, the levy included.
column-fixed-cost = The fixed operating cost of that time.
column-cash = What comes in less what is paid in that time, at the market price; in row 0 the price of machines and site, less the resale.
column-cumulative = The cash of all rows so far.
column-present-value = The same, each row discounted to the day on which the machines were bought.
column-running = Whether the machines run.
column-reason = Why a cell of the row is empty; empty where none is.
    .title = Reason

# The text that goes with them.
readme-files = Files
readme-csv = { $file }: the table. Commas between cells, a point before decimals, every digit; UTF-8.
readme-metadata = { $file }: what its columns hold, and the mine’s numbers with every digit, for programs (CSV on the Web).
readme-svg = { $file }: the figure. It follows light and dark.
readme-svg-seen = { $file }: the figure, in the colours in which it was seen.
readme-columns = Columns of the table
readme-column = { $name }: { $description }
readme-column-with-unit = { $name }, { $unit }: { $description }
readme-mine = The mine
readme-input = { $name }: { $value }, { $origin }
# Where a value comes from: how it is known, when it held, why this one, and where it stands.
readme-known = { $basis }, { $date }: { $reason } Source: { $source }.
readme-assumed = { $basis }, { $date }: { $reason }
readme-of-day = { $basis }, { $date }: that day’s.
readme-changed = changed: the scenario has { $value }.
readme-sources = Sources
readme-source = { $source }: { $address }
readme-again = The same mine again
readme-link = Behind the calculator’s own address, after a #: { $link }
readme-link-name = Link
readme-command = On the command line: `breakeven eval --link '{ $link }'`
readme-version = Written by Breakeven { $version }.

## What the page says beside what the core tells it: put into its scripts and its pages when they are built.

page-scenario = Scenario
# What follows from a scenario, beside its name, once somebody has changed the mine.
page-as-published = Unchanged: { $conclusion }
page-figures = Figures
page-less = Less: { $input }
page-more = More: { $input }
page-slider = { $input }, slider
# A figure's second cursor, which goes upwards in it.
page-cursor-upwards = { $title }: upwards
page-reset = Reset
page-reset-input = Reset: { $input }
# Beside a number that the reader has set; and beside one that was read in another way than it was typed.
page-yours = Yours. Scenario: { $value } { $unit }
page-read-as = Read as { $value } { $unit }
page-not-taken = Not taken. Allowed: { $allowed }
page-not-taken-yet = Not taken yet: a part of the page is still loading
page-date-missing = date: its figures did not load; shown are the scenario’s
page-link-missing = link: a part of the page did not load
page-input-missing = { $id }: a part of the page did not load
page-date-unknown = date: “{ $value }” is not allowed; allowed is { $allowed }, or { $latest }
page-unknown = { $attribute }: there is no “{ $value }”; known are { $known }
page-table = The figure as a table
# Before buttons that name a kind of file.
page-save = Save the figure as
page-saved = { $kind } saved.
# A sandbox refuses.
page-copy = This frame cannot save files: copy the text.
page-elsewhere = This frame cannot save files: open the calculator’s own page.
page-save-missing = The file could not be made. Try again with a network.
page-file = The file as text
# What a list of all inputs is called.
page-assumed = What it assumes
page-working = How it is computed
page-working-help = Numbers are as shown: a pocket calculator comes to the same. S: subsidy, F: fees, f: pool fee, D: difficulty, ε: efficiency, PUE: overhead, c: tariff, ℓ: levy, P: bitcoin price, u: hours run ÷ 168, o: fixed operating cost, m: machine price, i: infrastructure price, r: resale value, d: discount rate, T: lifetime, t₁, t₂: a span’s ends, in months, Σ: sum over months, δ: a month’s dollar, today.
page-assumptions = Assumptions and sources
page-part-missing = This part did not load. Close it, then open it again.
page-differences = Why do others differ?
    .of = The examples are of { $title }.

# Under the calculator on its own page.
tools-undo = Undo
tools-redo = Redo
tools-restart = Back to the scenario’s values
tools-copy-link = Copy link
tools-embed = Embed
tools-address = The calculator’s address on the web
tools-no-address = First fill in where the calculator lies on the web.
tools-link-copied = Link copied.
tools-link = The link: { $link }
tools-opened = Opened { $file }.
tools-no-mine = { $file } holds no mine.
tools-part-missing = A part of the page did not load. Try again with a network.

# The dialog that gives the code to embed: what can be chosen, and what it means.
embed-close = Close
embed-title = Embed this figure
embed-form = Form
embed-frame = A frame
    .what = goes into any editor; figure and page cannot disturb each other
embed-element = The element
    .what = takes your width and, where you set them, your colours and fonts
embed-numbers = Numbers
embed-pinned = As of { $date }
    .what = every number stays as you see it now
embed-latest = Latest data
    .what = network and price follow each release (now { $date }); what you changed stays
embed-theme = Colours
embed-either = Light or dark
    .what = as the reader’s device is set
embed-light = Always light
embed-dark = Always dark
embed-code = Paste this
embed-copy = Copy the code
embed-copied = Copied.
embed-selected = Selected: copy it with your keyboard or menu.
embed-preview = Preview
embed-picture = Figure: { $title }, { $date }; bitcoin at ${ $price }
embed-only-here = { $folder } is this machine’s own address: nobody else’s browser finds it. Copy the code where the calculator is published.
# In that code.
snippet-title = The break-even price of bitcoin
snippet-link = Move the numbers

# The pages, and the answer in them for a reader without script.
calculator-title = Breakeven: what must bitcoin cost for a mine to pay?
calculator-question = What must bitcoin cost for a mine to pay?
calculator-description = The break-even price of bitcoin from electricity tariff, hardware efficiency and network hash rate. Move a slider and see what follows.
# Where the page can be installed as a program.
calculator-program = The break-even price of bitcoin from electricity tariff, hardware efficiency and network hash rate.
calculator-source = After { $article } by Peter Guest, { $magazine }, 12 January 2023. An unnamed miner there put the break-even at $40,000, twice the price of the day.
calculator-article = “Bitcoin mining was booming in Kazakhstan. Then it was gone.”
calculator-magazine = MIT Technology Review
static-shutdown = Shutdown price
    .what = pays for the electricity
static-cash = Cash break-even
    .what = pays for staff and site too
static-all-in = All-in break-even
    .what = earns back the machines too
static-picture = The figure as a picture
static-link = Move the numbers of this mine
# In the picture of a scenario.
picture-mine = A mine at { $numbers }
picture-source = after MIT Technology Review, 12 January 2023
