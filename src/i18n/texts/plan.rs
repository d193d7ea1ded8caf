//! Targets.

use super::{Text, texts};

texts! {
    PlanTruth "{0}的目标 · 订单到 {1}" "Targets of {0} · orders through {1}";
    PlanTruthNoData "{0}的目标 · 还没有订单" "Targets of {0} · no orders yet";
    PlanYear "全年" "Year";
    PlanQuarter "第 {0} 季度" "Quarter {0}";
    PlanMonth "{0} 月" "Month {0}";
    PlanYearOf "{0} 年" "{0}";
    PlanYearBefore "上一年" "Year before";
    PlanYearAfter "下一年" "Year after";
    PlanAmounts "全年目标" "Targets of the year";
    PlanHow "只填一处就够：填了全年，季度和月份按去年同月分；填了月份，季度和全年自动相加。清空就恢复自动。" "One amount is enough: of a typed year, quarters and months follow by last year’s months; of typed months, quarters and year are the sum. Empty an amount and it follows from the rest again.";
    PlanPart "时段" "Part";
    PlanTyped "填写（元）" "Typed (CNY)";
    PlanTarget "目标" "Target";
    PlanActual "实际" "Sold";
    PlanAttainment "达成率" "Attainment";
    PlanDue "应达" "Due by now";
    PlanRequired "余下每天要" "Each day left";
    PlanDays "{0} 月每天" "Days of month {0}";
    PlanDay "日期" "Day";
    PlanClass "日子" "Kind";
    PlanIndex "指数" "Index";
    PlanDayTarget "目标（元，改了就锁定）" "Target (CNY; typing locks it)";
    PlanLocked "已锁定" "locked";
    PlanUnlock "解锁" "Unlock";
    PlanDayHow "每天的目标 = 月目标 × 指数 ÷ 指数之和，精确到分；手填的天锁定，其余天重新分摊。" "A day’s target = month × index ÷ Σ index, exact to the fen; typed days stay, the others share the rest.";
    PlanNotAmount "不是金额：请填数字，如 448400 或 44.84万" "Not an amount: type a number such as 448400";
    PlanNoTarget "还没有目标：先在「全年目标」里填全年或这个月的金额。" "No target yet: type the year’s or the month’s amount above.";
    IndicesLearned "周权重指数（从历史学到）：{0}" "Weekday indices (learned): {0}";
    IndicesTyped "周权重指数（手填）：{0}" "Weekday indices (typed): {0}";
    IndicesEqual "周权重指数：历史不够，每天相同" "Weekday indices: too little history, all the same";
    OriginTyped "手填" "typed";
    OriginLocked "各天锁定" "all days locked";
    OriginLikeYearBefore "按去年同月分" "like the year before";
    OriginByIndices "按日指数分" "by the days’ indices";
    OriginGrown "去年同月加增长" "year before and growth";
    OriginSum "各部分相加" "sum of its parts";
    FindingOutOfRange "{0} 的 {1} 超出范围，没有采用" "{0}: {1} is out of range and not used";
    FindingPartsAbove "{0} 是 {1}，但其中已填的合计 {2}，没有剩下的可以分" "{0} is {1}, but what was typed of its parts comes to {2}: nothing is left to share";
    FindingPartsDiffer "{0} 是 {1}，各部分合计 {2}，两者不一致，以各部分为准" "{0} is {1}, its parts come to {2}: the parts count";
    FindingLocked "{0} 目标 {1}，锁定的天合计 {2}，对不上" "{0}: target {1}, locked days come to {2}";
    FindingNoYearBefore "{0} 没有去年同月（缺 {1} 天），不能按增长算" "{0}: the year before is not known ({1} days missing)";
    FindingGrowth "增长 {0} 超出范围，没有采用" "Growth {0} is out of range and not used";
    FindingShares "分给个人和部门的合计 {0}，超过 100%" "Shares come to {0}, more than the whole";
    FindingNoWeekdays "周权重指数都是 0，按每天相同算" "All weekday indices are 0: they count as equal";
    FindingProduct "{0} 目标 {1}，但访客 × 转化 × 客单 是 {2}" "{0}: target {1}, but visitors × conversion × spend come to {2}";
    FindingOutsideYear "{0} 不在这一年，没有采用" "{0} is not in this year and not used";
}
