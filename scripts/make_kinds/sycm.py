"""生意参谋: shop, items, categories, traffic, words, market, scores."""

from .clothes import ids, make

DAYS = ["2026-05-04", "2026-05-05", "2026-05-06", "2026-05-07", "2026-05-08"]
PERIOD = ("2026-05-04", "2026-05-08")
RANGE = ["2026-05-04 ~ 2026-05-10"]
WEEK = ("2026-05-04", "2026-05-10")
TITLES = ["羊毛围巾,驼色", "香薰蜡烛", "纯棉毛巾 2条装", "陶瓷杯", "木梳"]
SHOP = "青禾旗舰店"


def titles(rows: int, period: str = "2026-05-04 ~ 2026-05-10") -> list[list[str]]:
    """So many rows above the header, as 生意参谋 writes them; blank ones come last."""
    lines = [["【生意参谋平台】数据报表"], [f"统计时间：{period}"], ["导出时间：2026-05-12 09:30:00"], ["数据来源：生意参谋", "单位：元"], ["指标口径见帮助中心"]]
    return (lines[: rows - 1] + [[""]])[:rows] if rows <= len(lines) else lines + [[""]] * (rows - len(lines))


def sycm_shop():
    sums = {"访客数": "visitors", "支付金额": "paid_fen", "支付买家数": "paying_buyers"}
    block_b = "统计日期,访客数,无线端访客数,浏览量,商品访客数,商品浏览量,平均停留时长,跳失率,加购人数,加购件数,商品收藏买家数,下单金额,下单买家数,下单件数,下单转化率,支付金额,支付买家数,支付件数,支付子订单数,支付转化率,客单价,UV价值,老访客数,新访客数,支付新买家数,支付老买家数,老买家支付金额,全站推广花费,关键词推广花费,精准人群推广花费,智能场景花费,淘宝客佣金,成功退款金额,评价数,会员总数,新增会员数,活跃会员数,会员成交金额,会员成交人数,关注店铺人数"
    yield make("sycm_shop", "店铺销售_2026.xlsx", block_b, 5, period=PERIOD, sums=sums, fixed={"统计日期": DAYS})
    twins = "访客数,浏览量,商品访客数,商品浏览量,平均停留时长,跳失率,商品收藏买家数,商品收藏次数,加购人数,支付金额,支付买家数,支付子订单数,支付件数,下单金额,下单买家数,下单件数,人均浏览量,下单转化率,支付转化率,客单价,UV价值,老访客数,新访客数,加购件数,支付老买家数"
    alone = "老买家支付金额,直通车消耗,钻石展位消耗,淘宝客佣金,成功退款金额,评价数,有图评价数,正面评价数,负面评价数,老买家正面评价数,老买家负面评价数,支付父订单数,揽收包裹数,发货包裹数,派送包裹数,签收成功包裹数,平均支付_签收时长(秒),描述相符评分,物流服务评分,服务态度评分"
    last = "下单-支付转化率,支付商品数,店铺收藏买家数"
    both = lambda names: [f"{side}{name}" for name in names.split(",") for side in ["PC端", "无线端", ""]]  # noqa: E731
    block_d = ["统计日期", *both(twins), *alone.split(","), *both(last)]
    yield make("sycm_shop", "店铺概况105指标.xls", block_d, 5, period=PERIOD, sums=sums, fixed={"统计日期": DAYS}, above=titles(4))
    builder = "统计日期,PC端访客数,无线端访客数,访客数,PC端浏览量,浏览量,跳失率,人均浏览量（访问深度）,人均停留时长(秒),手机淘宝APP访客数,WAP访客数,支付金额,支付买家数,支付父订单数,支付子订单数,支付商品件数,售中申请退款金额,描述相符动态评分(DSR)"
    yield make("sycm_shop", "自助取数_2017.csv", builder, 5, encoding="gb18030", period=PERIOD, sums=sums, fixed={"统计日期": [d.replace("-", "/") for d in DAYS]},
         above=[["店铺名称：" + SHOP], ["统计时间：2026-05-04至2026-05-08"], [""]], shop=SHOP, below=[["汇总"] + ["1,234"] * 17])


def sycm_trend():
    header = "日期,终端,支付金额,支付买家数,客单价,下单金额,下单买家数,支付转化率,下单-支付转化率"
    yield make("sycm_trend", "交易趋势.csv", header, 6, encoding="gb18030", period=("2026-05-04", "2026-05-06"), sums={"支付金额": "paid_fen", "支付买家数": "paying_buyers"},
         fixed={"日期": [d for d in DAYS[:3] for _ in range(2)], "终端": ["PC端", "无线端"]})


def sycm_category_mix():
    header = "终端,一级类目,二级类目,叶子类目,支付金额,支付金额占比,支付买家数,支付转化率"
    fixed = {"终端": ["PC端", "无线端"], "一级类目": ["居家布艺"], "二级类目": ["毛巾浴巾"], "叶子类目": ["毛巾", "毛巾", "浴巾", "浴巾"]}
    sums = {"支付金额": "paid_fen", "支付买家数": "paying_buyers"}
    yield make("sycm_category_mix", "category_mix.xls", header, 4, period=WEEK, sums=sums, fixed=fixed, above=titles(3))
    yield make("sycm_category_mix", "类目构成_2026-05-04_2026-05-10.csv", header, 4, period=WEEK, sums=sums, fixed=fixed, encoding="gb18030")


def sycm_categories():
    header = "统计日期,一级类目名称,二级类目名称,类目名称,商品访客数,商品浏览量,有访客商品数,有支付商品数,商品加购人数,商品加购件数,商品收藏人数,访问收藏转化率,访问加购转化率,下单买家数,下单件数,下单金额,下单转化率,支付买家数,支付件数,支付金额,支付转化率,月累计支付金额,年累计支付金额,聚划算支付金额,支付新买家数,支付老买家数,老买家支付金额,客单价,访客平均价值,售中售后成功退款金额"
    fixed = {"统计日期": DAYS, "一级类目名称": ["居家布艺"], "二级类目名称": ["毛巾浴巾"], "类目名称": ["毛巾", "浴巾"]}
    yield make("sycm_categories", "品类_2019.xls", header, 5, period=PERIOD, sums={"商品访客数": "visitors", "支付金额": "paid_fen"}, fixed=fixed, above=titles(5))


def sycm_items():
    block_a = "统计日期,商品ID,商品名称,主商品ID,商品类型,货号,商品状态,商品标签,商品访客数,商品浏览量,平均停留时长,商品详情页跳出率,商品收藏人数,商品加购件数,商品加购人数,下单买家数,下单件数,下单金额,下单转化率,支付买家数,支付件数,支付金额,商品支付转化率,支付新买家数,支付老买家数,老买家支付金额,聚划算支付金额,访客平均价值,成功退款金额,竞争力评分,年累计支付金额,月累计支付金额,月累计支付件数,搜索引导支付转化率,搜索引导访客数,搜索引导支付买家数,结构化详情引导转化率,结构化详情引导成交占比"
    gone = {"主商品ID", "商品类型", "结构化详情引导转化率", "结构化详情引导成交占比"}
    sums = {"商品访客数": "visitors", "支付金额": "paid_fen", "支付买家数": "paying_buyers"}
    items = {"商品ID": ids(640000000000, 6), "商品名称": TITLES, "主商品ID": ["-"], "货号": ["WJ-01", "-"], "商品状态": ["当前在线", "已下架"]}
    yield make("sycm_items", "【生意参谋平台】商品_全部_2026-05-04_2026-05-10.xls", block_a, 5, period=WEEK, sums=sums, fixed=items | {"统计日期": RANGE}, above=titles(4))
    yield make("sycm_items", "【生意参谋平台】商品_全部_2026-05-04_2026-05-04.xlsx", block_a, 5, period=("2026-05-04", "2026-05-04"), sums=sums, fixed=items | {"统计日期": DAYS[:1]}, above=titles(3))
    v2022 = [name for name in block_a.split(",") if name not in gone]
    yield make("sycm_items", "items_2022_34_columns.csv", v2022, 5, period=PERIOD, sums=sums, fixed=items | {"统计日期": DAYS}, encoding="gb18030", guard="\t")
    twins = ["曝光量", "访客数", "点击次数", "平均停留时长", "支付金额", "加购件数", "商品收藏买家数", "支付件数", "支付买家数", "客单价", "支付转化率"]
    v2019 = ["统计日期", "商品ID", "商品名称", "PC端曝光量", "访客数", "无线端访客数", "PC端点击次数", "详情页跳出率"]
    v2019 += [f"{side}{name}" for name in twins[3:] for side in ["", "PC端", "无线端"]] + "商品浏览量,无线端商品浏览量,PC端商品浏览量,成功退款退货金额,下单买家数,下单件数,下单金额".split(",")
    yield make("sycm_items", "商品效果_2019.xls", v2019, 5, period=PERIOD, sums={"访客数": "visitors", "支付金额": "paid_fen", "支付买家数": "paying_buyers"},
         fixed=items | {"统计日期": DAYS}, above=[["店铺名称：" + SHOP], *titles(6)], shop=SHOP)


def sycm_sources():
    sources = {"来源": ["手淘搜索", "直通车", "我的淘宝"], "流量来源": ["手淘搜索", "直通车", "我的淘宝"], "来源明细": ["-", "-", "购物车"], "一级来源": ["平台流量", "平台流量", "广告流量"], "一级流量来源": ["平台流量", "平台流量", "广告流量"]}
    sources |= {"二级来源": ["手淘搜索", "手淘推荐", "万相台无界"], "二级流量来源": ["手淘搜索", "手淘推荐", "万相台无界"], "三级来源": ["汇总", "首页推荐", "关键词推广"], "三级流量来源": ["汇总", "首页推荐", "关键词推广"], "类别": ["全部"], "来源构成": ["店铺"], "来源层级": ["三级"], "归属原则": ["每一次访问来源"], "店铺名称": [SHOP]}
    v2017 = "来源,来源明细,访客数,访客数变化,下单买家数,下单买家数变化,下单转化率,下单转化率变化"
    yield make("sycm_sources", "流量来源_2017.xls", v2017, 3, period=WEEK, sums={"访客数": "visitors", "下单买家数": "ordering_buyers"}, fixed=sources, above=titles(4))
    totals = {"访客数": "visitors", "下单买家数": "ordering_buyers", "支付金额": "paid_fen"}
    block_c = "流量来源,来源明细,访客数,访客数变化,下单金额,下单金额变化,下单买家数,下单买家数变化,下单转化率,下单转化率变化,支付金额,支付金额变化,支付买家数,支付买家数变化,支付转化率,支付转化率变化,客单价,客单价变化,UV价值,uv价值变化,关注店铺买家数,关注店铺买家数变化,收藏商品买家数,收藏商品买家数变化,加购人数,加购人数变化,新访客,新访客变化,直接支付买家数,收藏商品_支付买家,粉丝支付买家数,加购商品_支付买家"
    yield make("sycm_sources", "sources_2019.csv", block_c, 3, period=WEEK, sums=totals, fixed=sources, above=titles(4), encoding="gb18030")
    v2024 = "日期,店铺名称,类别,来源构成,一级来源,二级来源,三级来源,访客数,支付金额,支付买家数,支付转化率,加购人数,加购件数,下单买家数,关注店铺人数"
    yield make("sycm_sources", "店铺来源_来源构成_2024.xlsx", v2024, 3, period=("2026-05-04", "2026-05-06"), sums=totals, fixed=sources | {"日期": DAYS}, shop=SHOP)
    other = "日期,一级流量来源,二级流量来源,三级流量来源,来源层级,归属原则,访客数,支付金额,支付买家数,支付转化率,下单买家数"
    yield make("sycm_sources", "sources_2025.csv", other, 3, period=("2026-05-04", "2026-05-06"), sums=totals, fixed=sources | {"日期": DAYS}, encoding="utf-8-sig")


def sycm_item_sources():
    header = "流量来源,来源明细,访客数,浏览量,支付金额,浏览量占比,店内跳转人数,跳出本店人数,收藏人数,加购人数,下单买家数,下单转化率,支付件数,支付买家数,支付转化率,直接支付买家数,收藏商品-支付买家数,粉丝支付买家数,加购商品-支付买家数,访问来源,统计日期,商品id"
    fixed = {"流量来源": ["手淘搜索", "直通车"], "来源明细": ["毛巾", "汇总"], "访问来源": ["无线端"], "统计日期": DAYS, "商品id": ids(640000000000, 3)}
    yield make("sycm_item_sources", "商品流量来源_2022.csv", header, 5, period=PERIOD, sums={"访客数": "visitors", "支付金额": "paid_fen", "支付买家数": "paying_buyers"}, fixed=fixed)


def sycm_words():
    header = "统计日期,搜索词,访客数,加购人数,商品收藏人数,支付买家数,支付转化率,支付金额,客单价,UV价值"
    fixed = {"统计日期": RANGE, "搜索词": ["毛巾", "毛巾 纯棉", "浴巾,加厚", "擦手巾"]}
    yield make("sycm_words", "搜索词_2026.xls", header, 4, period=WEEK, sums={"访客数": "visitors", "支付金额": "paid_fen", "支付买家数": "paying_buyers"}, fixed=fixed, above=titles(5))


def sycm_market():
    day = "日期,搜索人数,搜索次数,访客数,浏览量,收藏人数,收藏次数,加购人数,加购次数,支付人数,交易金额,客单价"
    yield make("sycm_market", "行业趋势_日.csv", day, 5, encoding="gb18030", period=PERIOD, sums={"访客数": "visitors", "交易金额": "trade_fen"}, fixed={"日期": DAYS})
    month = "日期,访客数,浏览量,收藏人数,收藏次数,加购人数,加购次数,支付件数,客单价,交易指数,搜索点击人数,被支付卖家数"
    yield make("sycm_market", "行业趋势_月.xlsx", month, 3, period=("2026-02-01", "2026-04-30"), sums={"访客数": "visitors"}, fixed={"日期": ["2026-02", "2026-03", "2026年4月"]})


def ranking(kind: str, word: str, measures: str, sums: dict[str, str]):
    for subject, names in [("店铺", ["青禾旗舰店", "虚构家居店"]), ("品牌", ["青禾", "虚构"]), ("商品", ["毛巾,纯棉", "浴巾"])]:
        header = f"{subject}信息,日期,行业排名,{measures}"
        fixed = {f"{subject}信息": names, "日期": [DAYS[0], DAYS[0], DAYS[1], DAYS[1]], "行业排名": ["1", "2"]}
        yield make(kind, f"{word}_{subject}.csv", header, 4, period=("2026-05-04", "2026-05-05"), sums=sums, fixed=fixed, encoding="gb18030" if subject == "品牌" else "utf-8")


def sycm_market_sales():
    yield from ranking("sycm_market_sales", "高交易", "交易金额,交易增长幅度,支付转化率", {"交易金额": "trade_fen"})


def sycm_market_traffic():
    yield from ranking("sycm_market_traffic", "高流量", "访客人数,搜索人数,搜索占比,交易金额,uv价值", {"交易金额": "trade_fen", "访客人数": "visitors"})


def sycm_market_intent():
    yield from ranking("sycm_market_intent", "高意向", "收藏人数,加购人数,交易金额", {"交易金额": "trade_fen", "加购人数": "cart_buyers"})


def sycm_market_words():
    header = "搜索词,搜索人气,搜索热度,点击人气,点击热度,点击率,交易指数,支付转化率,直通车参考价,商城点击占比,搜索人数占比,在线商品数"
    fixed = {"搜索词": ["毛巾", "浴巾", "毛巾 纯棉", "擦手巾"]}
    yield make("sycm_market_words", "market_words.xls", header, 4, period=WEEK, sums={"搜索人气": "search_popularity_milli"}, fixed=fixed, above=titles(3))


def sycm_service_index():
    header = "指标,得分,趋势,行业均值,与行业对比,目标值,距目标值差距"
    fixed = {"指标": ["描述相符", "服务态度", "物流服务"], "趋势": ["上升", "持平", "下降"], "与行业对比": ["高于3.21%", "低于0.5%"]}
    yield make("sycm_service_index", "DSR_2026-05-04.csv", header, 3, period=("2026-05-04", "2026-05-04"), sums={"得分": "score_milli"}, fixed=fixed, above=[["店铺动态评分"]], encoding="gb18030")


def fixtures():
    for kind in [
        sycm_shop, sycm_trend, sycm_category_mix, sycm_categories, sycm_items, sycm_sources, sycm_item_sources, sycm_words, sycm_market,
        sycm_market_sales, sycm_market_traffic, sycm_market_intent, sycm_market_words, sycm_service_index,
    ]:
        yield from kind()
