"""阿里妈妈: 万相台, 直通车, 钻展, 引力魔方, 品销宝."""

from .fixture import Decimal, Money, Rate, figures, fixture, headers

WANXIANG = headers(
    "展现量,点击量,花费,点击率,平均点击花费,千次展现花费,总预售成交金额,总预售成交笔数,直接预售成交金额,直接预售成交笔数,"
    "间接预售成交金额,间接预售成交笔数,直接成交金额,间接成交金额,总成交金额,总成交笔数,直接成交笔数,间接成交笔数,点击转化率,"
    "投入产出比,含预售投产比,总成交成本,总购物车数,直接购物车数,间接购物车数,加购率,收藏宝贝数,收藏店铺数,店铺收藏成本,"
    "总收藏加购数,总收藏加购成本,宝贝收藏加购数,宝贝收藏加购成本,总收藏数,宝贝收藏成本,宝贝收藏率,加购成本,拍下订单笔数,"
    "拍下订单金额,直接收藏宝贝数,间接收藏宝贝数,优惠券领取量,购物金充值笔数,购物金充值金额,旺旺咨询量,引导访问量,引导访问人数,"
    "引导访问潜客数,引导访问潜客占比,入会率,入会量,引导访问率,深度访问量,平均访问页面数,成交新客数,成交新客占比,会员首购人数,"
    "会员成交金额,会员成交笔数,成交人数,人均成交笔数,人均成交金额,自然流量转化金额,自然流量曝光量,平台补贴金额,补贴引导成交金额,"
    "发券补贴商品个数,补贴引导成交人数"
)
#: The names of 2026, in place of older ones and beside them.
RENAMED = {"收藏宝贝数": "宝贝收藏数", "收藏店铺数": "店铺收藏数", "投入产出比": "净成交金额,实际投产比,净实际投产比"}
WANXIANG_2026 = headers(",".join(RENAMED.get(h, h) for h in WANXIANG))
SCENE = ["场景ID", "场景名字", "原二级场景ID", "原二级场景名字"]
PLAN = ["计划ID", "计划名字"]
SUMS = {"spent_fen": "花费", "sales_fen": "总成交金额", "clicks": "点击量", "impressions": "展现量"}
MORE = {
    "direct_sales_fen": "直接成交金额",
    "indirect_sales_fen": "间接成交金额",
    "presale_fen": "总预售成交金额",
    "orders": "总成交笔数",
    "carts": "总购物车数",
    "visitors": "引导访问人数",
    "roi_milli": "投入产出比",
}
SCENES = [("372", "关键词推广"), ("376", "人群推广"), ("429", "货品全站推广")]
DAYS = ["2026-05-04", "2026-05-05"]


def named(count: int) -> list[dict]:
    """Day, scene and plan of so many rows."""
    rows = []
    for n in range(count):
        scene, name = SCENES[n % 3]
        rows.append(
            {
                "日期": DAYS[n // 3 % 2],
                "场景ID": scene,
                "场景名字": name,
                "场景": name,
                "原二级场景ID": "0",
                "原二级场景名字": None,
                "计划ID": str(71_000_000_001 + n),
                "计划名字": f"浴室香薰_{n + 1}",
            }
        )
    return rows


def filled(header: list[str], rows: list[dict]) -> list[dict]:
    return [figures(header, n) | row for n, row in enumerate(rows)]


def total(header: list[str], label_at: int, day: str = "") -> list[str]:
    """A row of totals below the table, its label in this cell."""
    cells = [day] + ["999999.99"] * (len(header) - 1)
    cells[1:label_at] = ["-"] * (label_at - 1)
    cells[label_at] = "总计"
    return cells


def wanxiang():
    more = MORE
    plans = ["日期", *SCENE, *PLAN, *WANXIANG]
    assert len(plans) == 75
    rows = filled(plans, named(6))
    rows[1]["投入产出比"] = None
    rows[2]["点击率"] = "6.68%"
    days = (DAYS[0], DAYS[1])
    yield fixture(
        "wanxiang_plans", "plans_75.csv", plans, rows, name="计划报表_20260506_101500.csv", days=days, sums=SUMS | more,
        encoding="utf-8-sig", line_end="\r\n", below=(total(plans, 6, "2026-05-04~2026-05-05"),), issues=("footer_row",),
    )
    newer = ["日期", *SCENE, *PLAN, *WANXIANG_2026]
    rows = filled(newer, named(4))
    for row in rows:
        row["日期"] = "2026-11-01至2026-11-07"
    yield fixture(
        "wanxiang_plans", "plans_2026.csv", newer, rows, name="报表.csv", days=("2026-11-01", "2026-11-07"),
        sums=SUMS | {"net_sales_fen": "净成交金额", "real_roi_milli": "实际投产比", "item_favourites": "宝贝收藏数"},
    )
    subject = ["日期", "主体ID", "主体类型", "主体名称"]
    items = [*subject, *SCENE[:2], "计划名字", *WANXIANG]
    assert len(items) == 75
    named_items = [row | {"主体ID": f"6{n}0818274625", "主体类型": "商品", "主体名称": f"浴巾,加厚 {n}"} for n, row in enumerate(named(5))]
    yield fixture(
        "wanxiang_items", "items_gbk.csv", items, filled(items, named_items), name="商品报表_20260506_103012.csv", days=days,
        sums=SUMS | more, encoding="gb18030", line_end="\r\n", below=(["合计", *total(items, 3)[1:]],), issues=("footer_row",),
    )
    words = ["日期", "词名字/词包名字", *SCENE, *PLAN, *WANXIANG]
    some = [row | {"词名字/词包名字": word} for row, word in zip(named(5), ["浴巾", "浴巾 加厚", "流量智选词包", "浴巾", "毛巾"])]
    yield fixture("wanxiang_keywords", "keywords.csv", words, filled(words, some), name="关键词报表_20260506.csv", days=days, sums=SUMS | more)
    bare = ["日期", "词名字/词包名字", *WANXIANG_2026]
    some = [{"日期": "2026-05-04", "词名字/词包名字": "浴巾"}] * 2
    yield fixture(
        "wanxiang_keywords", "keywords_of_no_plan.csv", bare, filled(bare, some), name="x.csv", days=(DAYS[0], DAYS[0]),
        sums=SUMS, encoding="gb18030", delimiter="\t",
    )
    crowds = ["日期", "人群名字", "主体ID", "主体类型", "主体名称", *SCENE, *PLAN, *WANXIANG]
    some = [row | {"人群名字": f"人群{n}", "主体ID": "680818274625", "主体类型": "商品", "主体名称": "浴巾"} for n, row in enumerate(named(4))]
    yield fixture("wanxiang_crowds", "crowds.csv", crowds, filled(crowds, some), name="人群报表_20260506.csv", days=days, sums=SUMS | more, encoding="utf-8-sig")
    scenes = headers(
        "日期,场景ID,场景,花费,展现量,点击量,点击率,平均点击花费,总成交金额,总成交笔数,成交人数,投入产出比,总成交成本,点击转化率,"
        "总购物车数,加购率,加购成本,引导访问潜客占比,人均成交金额,自然流量曝光量,自然流量转化金额"
    )
    assert len(scenes) == 21
    yield fixture(
        "wanxiang_scenes", "scenes_21.csv", scenes, filled(scenes, named(6)), name="场景.csv", days=days, line_end="\r\n",
        sums=SUMS | {"paying_buyers": "成交人数", "natural_sales_fen": "自然流量转化金额", "roi_milli": "投入产出比"},
        below=(["", "", "合计", *["1.00"] * 18],), issues=("footer_row",),
    )
    account = headers(
        "日期,优化目标,效果模型,统计口径,转化周期,消耗,曝光量,点击量,点击率,点击成本,收藏量,加购收藏量,加购收藏成本,成交转化率,roi,"
        "预售成交笔数,预售成交金额,总加购量,直接加购数,间接加购数,总成交笔数,直接成交笔数,间接成交笔数,总成交金额,直接成交金额,间接成交金额"
    )
    assert len(account) == 26
    ways = [("点击", "7天"), ("点击", "15天"), ("曝光", "7天"), ("曝光", "15天")]
    some = [{"日期": "20260504", "优化目标": "促进购买", "效果模型": m, "统计口径": "按发生", "转化周期": w} for m, w in ways]
    yield fixture(
        "wanxiang_account", "account_26.csv", account, filled(account, some), name="万相台_账户.csv", days=(DAYS[0], DAYS[0]),
        sums={"spent_fen": "消耗", "sales_fen": "总成交金额", "clicks": "点击量", "impressions": "曝光量", "carts": "总加购量", "roi_milli": "roi"},
    )


def before_wanxiang():
    days = (DAYS[0], DAYS[1])
    header = headers(
        "日期,推广计划名称,宝贝名称,宝贝类型,商品id,搜索类型,流量来源,展现量,点击量,花费(分),点击率,平均点击花费(分),千次展现花费(分),"
        "点击转化率,直接成交金额(分),直接成交笔数,间接成交金额(分),间接成交笔数,总成交金额(分),总成交笔数,宝贝收藏数,店铺收藏数,总收藏数,"
        "投入产出比,直接购物车数,间接购物车数,总购物车数"
    )
    assert len(header) == 27
    some = [
        {"日期": DAYS[n % 2], "推广计划名称": "日常", "宝贝名称": f"浴巾{n}", "宝贝类型": "普通", "商品id": f"6{n // 2}0818274625\t",
         "搜索类型": "站内" if n % 3 else "站外", "流量来源": "淘宝站内"}
        for n in range(6)
    ]
    sums = {"spent_fen": "花费(分)", "sales_fen": "总成交金额(分)", "clicks": "点击量", "direct_sales_fen": "直接成交金额(分)", "favourites": "总收藏数"}
    yield fixture("zhitongche", "items_27.csv", header, filled(header, some), name="直通车.csv", days=days, sums=sums, encoding="gb18030")
    wide = [h.replace("(", "（").replace(")", "）") for h in header]
    yield fixture(
        "zhitongche", "items_full_width.csv", wide, filled(wide, some[:4]), name="a.csv", days=days, encoding="utf-8-sig",
        sums={c: h.replace("(", "（").replace(")", "）") for c, h in sums.items()},
    )
    old = headers("推广计划名称,日限额(元),花费,平均点击花费,展现量,点击量,点击率,状态,日期")
    some = [{"推广计划名称": f"计划{n % 2}", "日限额(元)": Money(30_000), "状态": "推广中", "日期": d} for n, d in enumerate(DAYS * 2)]
    some[2]["推广计划名称"], some[3]["推广计划名称"] = "计划2", "计划3"
    yield fixture(
        "zhitongche_plans", "plans_old.csv", old, filled(old, some), name="推广计划.csv", days=days, encoding="gb18030", line_end="\r\n",
        sums={"spent_fen": "花费", "clicks": "点击量", "daily_limit_fen": "日限额(元)"}, below=(["总计", "-", *["1.00"] * 5, "", ""],), issues=("footer_row",),
    )
    diamond = headers(
        "计划基本信息,时间,展现,点击,消耗,点击率( %),点击单价(元),千次展现成本(元),访客,深度进店量,访问时长,访问页面数,收藏宝贝量,收藏店铺量,"
        "添加购物车量,拍下订单量,拍下订单金额,成交订单量,成交订单金额,点击转化率(%),投资回报率,行动量,行动成本"
    )
    some = [{"计划基本信息": f"拉新{n}", "时间": DAYS[n % 2]} for n in range(4)]
    rows = filled(diamond, some)
    # 2.15 under this header is 2.15 %.
    rows[0]["点击率( %)"] = Rate(215)
    truth = fixture(
        "zuanzhan", "plans_23.csv", diamond, rows, name="钻展.csv", days=days, encoding="gb18030",
        sums={"spent_fen": "消耗", "sales_fen": "成交订单金额", "clicks": "点击", "carts": "添加购物车量", "roi_milli": "投资回报率"},
    )
    # A hundredth of a per cent is 100 millionths.
    truth.truth["sums"]["click_rate_ppm"] = sum(row["点击率( %)"].value * 100 for row in rows)
    yield truth
    magic = headers(
        "日期,计划组,计划,主体类型,主体名称,商品id,创意名称,创意id,消耗,展现量,点击量,点击率,千次展现成本,点击成本,引导访问量,引导访问人数,"
        "引导访问潜客数,引导访问潜客占比,引导访问率,深度访问量,平均访问页面数,关注店铺量,回搜量,回访量,回搜成本,回访成本,平均深度访问时长,"
        "新客获取量,拉新率,拉新消耗,拉新成本,收藏宝贝量,添加购物车量,拍下订单量,拍下订单金额,预售订单量,预售金额,加购收藏量,加购收藏成本,"
        "成交订单量,成交订单金额,展现转化率,点击转化率,投资回报率"
    )
    assert len(magic) == 44
    sums = {"spent_fen": "消耗", "sales_fen": "成交订单金额", "clicks": "点击量", "carts": "添加购物车量", "presale_fen": "预售金额"}
    some = [
        {"日期": DAYS[n % 2], "计划组": "组", "计划": f"计划{n // 2}", "主体类型": "商品", "主体名称": "浴巾", "商品id": "680818274625",
         "创意名称": f"图{n}", "创意id": f"55{n}1", "定向人群": f"人群{n}", "资源位": f"首页焦点{n}"}
        for n in range(5)
    ]
    for kind, own in [("creatives", ["创意名称", "创意id"]), ("crowds", ["定向人群"]), ("placements", ["资源位"])]:
        header = magic[:6] + own + magic[8:]
        yield fixture(
            f"yinli_{kind}", f"{kind}.csv", header, filled(header, some), name=f"引力魔方_{kind}.csv", days=days, sums=sums,
            encoding="gb18030" if kind == "crowds" else "utf-8-sig", line_end="\r\n",
            below=(total(header, 2),) if kind == "placements" else (), issues=("footer_row",) if kind == "placements" else (),
        )
    brand = headers(
        "日期,展现量,点击量,点击率,花费,千次展现成本,点击单价,跳转点击单价,展示成交笔数,展示成交金额,宝贝收藏数,店铺收藏数,宝贝加购数,"
        "展示回报率,点击回报率,点击成交笔数,点击成交金额,触达访客数,触达新访客数,点击访客数,展现转化率,点击转化率"
    )
    assert len(brand) == 22
    some = [{"日期": f"2026/5/{n + 4}"} for n in range(4)]
    some[3]["花费"] = Money(123_456, "commas")
    some[3]["展示回报率"] = Decimal(12_500)
    yield fixture(
        "pinxiaobao", "days_22.csv", brand, filled(brand, some), name="品销宝.csv", days=("2026-05-04", "2026-05-07"), encoding="gb18030",
        sums={"spent_fen": "花费", "click_sales_fen": "点击成交金额", "view_sales_fen": "展示成交金额", "clicks": "点击量", "view_roi_milli": "展示回报率"},
    )


def fixtures():
    yield from wanxiang()
    yield from before_wanxiang()
