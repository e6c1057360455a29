### The words of Breakeven in English: https://projectfluent.org, as far as words/compile.rs says.
###
### A new language is a copy of this file under its own code (de.ftl), every message in it translated. Slots in
### braces may stand in any order, each at least once. Where a message selects by a number, give the forms that
### your language has (one, few, many, other). A number comes as it is shown, with its unit where it has one.
### Names of flags, inputs and columns (--tariff, pool_fee, error) are typed as they are in every language.

## Numbers with their unit. { $number } has the marks of the language.

dollars = ${ $number }
dollars-thousands = ${ $number }k
dollars-millions = ${ $number }M
dollars-billions = ${ $number }B
dollars-trillions = ${ $number }T
# What is allowed, and what is not sure.
range = { $low } to { $high }
range-with-unit = { $low } to { $high } { $unit }

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
    .help = All the world's miners together, as the difficulty tells it.
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
    .help = What the senders of a block's transactions pay its miner.
    .source = chain: mean per block, last known for February 2026

input-pool_fee = Pool fee
    .name = pool fee
    .unit = %
    .value = { $number } %
    .help = The part of the reward that the mining pool keeps; 0.02 is two per cent.
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
    .help = The part of the machines' price that they still bring at the end.
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
    .help = What the mine's owners want their money to earn in a year; 0.1 is ten per cent.
    .source = assumed: a common cost of capital

input-difficulty_growth = Difficulty growth
    .name = difficulty growth
    .unit = % a year
    .value = { $number } % a year
    .help = How much harder mining gets in a year, from the first day on; 0.3 is thirty per cent.
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
    .help = Months until the subsidy next halves; then it does every 47.9 months.
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
    .priced = At { $tariff }, { $efficiency } and { $hashrate }, this mine pays its power above { $shutdown } a bitcoin, its bills above { $cash }, its machines above { $all-in }.
    .unreachable = At { $tariff }, { $efficiency } and { $hashrate }, this mine pays its power above { $shutdown } a bitcoin, its bills above { $cash }; { $all-in }.
    .market = { " " }At { $price } it { $regime }.
    .market-growing = { " " }At { $price }, growing { $growth }, it { $regime }.
# Stands for { $all-in } where there is no such price.
no-all-in-price = no price earns its machines back
# Each of them may stand for { $regime }.
regime-worth-building = is worth building
regime-worth-building-later = is worth building, though switched off at first
regime-runs = runs, but never earns its machines back
regime-switched-off = is switched off
regime-switched-off-at-first = is switched off at first

## Why there is no such number, as a sentence without its full stop.

unreachable-nothing-mined = no price pays this mine back: its machines mine nothing within their lifetime
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
    .formula = V × A, on + O × A, life
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
    .explanation = A block pays a subsidy and the fees of its transactions. Who counts the subsidy only, comes to a higher break-even. Here both count, and the history says where the fees are not known.
    .example = With fees the shutdown price is { $here }, without them { $there }.
difference-pool-fee = The pool's cut
    .explanation = Nearly all miners share their luck in a pool, which keeps a part of the reward. Many calculators leave it out. Here it is an input, taken off the whole reward.
    .example = With the pool's cut the shutdown price is { $here }, without it { $there }.
difference-hash-rate = Hash rate for difficulty
    .explanation = What a hash earns follows from the difficulty alone, which holds for two weeks. The hash rate of a day is an estimate from the blocks found in it and swings by a tenth with luck. Here the difficulty counts; a hash rate that is put in is taken for its ten-minute equivalent.
    .example = At the difficulty the shutdown price is { $here }, at a day's hash rate that luck has a tenth too high { $there }.
difference-capital = Machines subtracted from each month
    .explanation = Many spread the price of the machines evenly over their months. That leaves out that money now is worth more than money later, that the subsidy halves, and that a miner switches off rather than mine at a loss. Here the net present value over all months is zero.
    .example = Spread evenly the all-in break-even is { $evenly }, month by month { $monthly }.
    .no-price = Spread evenly the all-in break-even is { $evenly }, month by month no price.
difference-joules = A forgotten ÷ 3.6
    .explanation = A machine's efficiency is told in joules, power is paid by the kilowatt-hour, and one of these is 3.6 million of those. Without the 3.6 a break-even is 3.6 times too high.
    .example = The shutdown price is { $right }; without ÷ 3.6 it would read { $wrong }.
difference-published-price = A published price that is 3.6 times too high
    .explanation = A public forum thread of April 2024: 628 EH/s, 16 J/TH, 5 cents. The division by 3.6 was forgotten.
    .example = Published { $published }, without ÷ 3.6 { $wrong }, right { $right }.
difference-published-energy = A published energy that is a hundred times too low
    .explanation = Trade press of January 2022, for machines of 30.7 J/TH. How it came about is not known; it is as if two digits had been lost.
    .example = Published { $published } kWh per bitcoin, right { $right }: { $times } times as much.

## The three break-evens within a sentence.

tier-shutdown = shutdown price
tier-cash = cash break-even
tier-all-in = all-in break-even

## A month, counted from when the machines were bought.

in-month = month { $month }

## Beside the line on which the subsidy halves.

halving = Halving

## The figure of this mine through time, beside the market price and the best machine then on sale.

time-title = This mine, the best machine of the day and the market price
time-axis = Date
time-price-axis = USD per bitcoin (log scale)
time-mine = This mine
time-best = Best machine
time-market = Market price
time-under-water = Under water
# What it shows: the first sentence is one of three, the other one begins with the space before it.
time-paid = At { $tariff } and { $efficiency } the market price would have paid for this mine’s electricity at all times since { $first }.
time-never-paid = At { $tariff } and { $efficiency } the market price would at no time since { $first } have paid for this mine’s electricity.
time-partly-paid = At { $tariff } and { $efficiency } the market price would have paid for this mine’s electricity for { $percent } % of the time since { $first }.
time-end = { " " }In the period from { $end } a bitcoin’s electricity costs this mine { $mine }, the best machine then on sale { $best }; the market price is { $market }.

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
lifetime-paid-back = At { $price } a bitcoin the mine is paid back in month { $month }.
lifetime-never = At { $price } a bitcoin the mine is never paid back within { $lifetime }.
lifetime-nothing-spent = No capital is spent, so there is nothing to pay back.
lifetime-end = { " " }At the end its cash is { $cash } per TH/s of machine, discounted at { $rate } { $present }.
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
not-for-an-svg = { $field }: { $value } is not for an SVG; allowed is with --output FILE.png
out-of-range = { $field }: { $value } is out of range; allowed is { $allowed }
conflict = { $field }: { $value } does not go with the rest; allowed is { $allowed }
unknown = { $field }: { $value } is not known; known: { $known }

# What is allowed, as the end of a refusal.
allowed-link = what `breakeven link` prints, such as 1~today~tariff
allowed-link-version = a link of this release, which begins with 1~
allowed-one-of-both = one of { $one } and { $other }, not both
allowed-pixels = a number of CSS pixels
allowed-range = INPUT=LOW..HIGH, such as tariff=0.04..0.06
allowed-watts = { $least } to { $most } W
allowed-picture = FILE.svg or FILE.png
allowed-from-day = { $day } (--from) or later

failed = breakeven: { $reason }
warning = warning: { $reason }
cannot-read = cannot read { $file }: { $reason }
cannot-write = cannot write { $file }: { $reason }
cannot-write-output = cannot write the output: { $reason }
cannot-write-picture = cannot write the picture: { $reason }
picture-too-large = a picture of { $width } × { $height } px is too large
file-without-inputs = inputs: { $file } holds no inputs of a mine: { $reason }

newest-fees = note: network and price are the means of September 2026, the fees those of February 2026
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
    .note = pays the electricity
eval-cash-price = Cash break-even
    .note = pays staff and site too
eval-all-in-price = All-in break-even
    .note = earns the machines back too
eval-market-price = Market price
eval-hashprice = Hashprice
    .note = revenue of 1 PH/s in a day
eval-hashcost = Hashcost
    .note = electricity of 1 PH/s in a day
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
eval-paid-back-never = never
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
    .note = { $percent } % of the network
eval-mines = It mines
eval-draws = It draws
eval-spends = It spends
eval-earns = It earns
# Beside what it mines, draws, spends and earns in a day.
eval-a-year = a day; { $year } a year
eval-machines = Machines
# Between this and { $high }.
eval-interval = to { $high }, by what is uncertain
eval-out-of-reach = out of reach

# breakeven drivers: the heads of its columns.
drivers-elasticity = elasticity
drivers-swing = swing
drivers-less = less
drivers-more = more
drivers-price = price
# By how much an input swings.
drivers-fifth = a fifth
drivers-range = scenario's range
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
batch-fees-unknown = note: the fees of some days are not known; the figures of those rows count the subsidy only
batch-refused = { $rows ->
    [one] { $rows } row was refused; its column `error` has the reason
   *[other] { $rows } rows were refused; their column `error` has the reason
}
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
