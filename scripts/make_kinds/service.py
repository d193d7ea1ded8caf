"""生意参谋 客服: what customer service does, by day, by agent, by item."""

from .clothes import ids, make, state

DAYS = ["2026-08-01", "2026-08-02", "2026-08-03", "2026-08-04", "2026-08-05"]
PERIOD = ("2026-08-01", "2026-08-05")
SUMMARIES = ["汇总值", "平均值", "全店汇总值", "全店平均值", "同行同层优秀", "同行同层均值"]


def summaries(width: int) -> list[list[str]]:
    """The rows below a table of agents."""
    return [[name] + ["1,234"] * (width - 1) for name in SUMMARIES]


def service_enquiries():
    header = "日期,询单人数,当日询单人数,当日付款人数,当日付款金额,最终付款人数,最终付款金额,询单当日付款转化率,询单最终付款转化率"
    sums = {"询单人数": "enquirers", "最终付款人数": "paying_buyers", "最终付款金额": "paid_fen"}
    yield make("service_enquiries", "业绩询单.xlsx", header, 5, period=PERIOD, sums=sums, fixed={"日期": DAYS}, below=summaries(9)[:2])
    yield make("service_enquiries", "enquiries_gbk.csv", header, 5, period=PERIOD, sums=sums, fixed={"日期": [d.replace("-", "") for d in DAYS]}, encoding="gb18030")


def service_reception():
    header = "日期,咨询人数,接待人数,未回复人数,有效接待人数,平均响应时长,3分钟人工响应率,咨询客服人次,客服回复人次,客服未回复人次,旺旺回复率,首次响应时长,慢响应人数,长接待人数,买家发起人数,客服主动跟进人数,总消息数,买家消息条数,客服消息条数,答问比,客服字数,平均接待时长"
    yield make("service_reception", "咨询接待.xlsx", header, 5, period=PERIOD, sums={"咨询人数": "consulting_buyers", "接待人数": "received_buyers"}, fixed={"日期": DAYS})


def service_baskets():
    header = "日期,销售额,销售量,销售人数,客单价,客件数,件均价"
    yield make("service_baskets", "客单价.csv", header, 5, period=PERIOD, sums={"销售额": "paid_fen", "销售量": "paid_units"}, fixed={"日期": DAYS}, encoding="gb18030")


def service_agents():
    # The brackets of two headers open in full width and close in half width.
    header = "旺旺昵称,询单最终付款人数,询单人数,询单最终付款转化率,首次响应时长（秒),平均响应时长（秒),客户满意率,旺旺回复率,询单最终付款金额,成功退款金额"
    agents = {"旺旺昵称": ["青禾旗舰店:小禾", "青禾旗舰店:小苗", "青禾旗舰店:小穗"]}
    sums = {"询单人数": "enquirers", "询单最终付款金额": "paid_fen"}
    yield make("service_agents", "按旺旺_2026-08-01_2026-08-31.csv", header, 3, period=("2026-08-01", "2026-08-31"), sums=sums, fixed=agents, below=summaries(10), encoding="gb18030")
    yield make("service_agents", "agents_title.xls", header, 3, period=("2026-08-01", "2026-08-31"), sums=sums, fixed=agents, below=summaries(10),
         above=[["店铺名称：青禾旗舰店"], ["统计时间：2026-08-01 ~ 2026-08-31"]], shop="青禾旗舰店")


def service_ratings():
    each = ["发出", "收到", "很满意", "满意", "一般", "不满", "很不满", "发送率", "返回率", "满意率", "服务度"]
    blank = [""] * (len(each) - 1)
    groups = ["日期", "接待人数", "总评价", *blank, "邀请评价", *blank, "自主评价", *blank]
    names = ["", "", *each, *each, *each]
    # Only the first of the three groups counts, so the cells are stated.
    days = [["2026-08-01", "120", "90", "60", "40", "12"], ["2026-08-02", "1,180", "950", "700", "500", "-"], ["2026-08-03", "95", "80", "33", "20", "9"]]
    rest = ["3", "1", "0", "75.0%", "66.7%", "86.7%", "87.5%", *["1"] * 22]
    yield state("service_ratings", "接待评价.xlsx", [groups, names, *(day + rest for day in days)], first="2026-08-01", last="2026-08-03", accepted=3, header_row=2,
          sums={"ratings": 793, "very_satisfied": 560, "satisfied": 21})


def service_items():
    header = "商品id,商品名称,总咨询人数,移动端咨询人数,PC端咨询人数"
    items = {"商品id": [f"ID：{i}" for i in ids(640000000000, 4)], "商品名称": ["羊毛围巾,驼色", "香薰蜡烛", "陶瓷杯", "毛巾"]}
    yield make("service_items", "商品咨询2026-08-01~2026-08-07.csv", header, 4, period=("2026-08-01", "2026-08-07"), sums={"总咨询人数": "consulting_buyers"}, fixed=items, encoding="gb18030")


def fixtures():
    for kind in [service_enquiries, service_reception, service_baskets, service_agents, service_ratings, service_items]:
        yield from kind()
