//! Settings: looks, stores, privacy.

use super::{Text, texts};

texts! {
    SettingsTruth "只保存在这个浏览器里" "Kept in this browser only";
    SettingsDisplay "显示" "Display";
    SettingsLang "语言" "Language";
    SettingsLangZh "简体中文" "简体中文";
    SettingsLangEn "English" "English";
    SettingsTheme "明暗" "Theme";
    SettingsThemeAuto "跟随系统" "System";
    SettingsThemeLight "浅色" "Light";
    SettingsThemeDark "深色" "Dark";
    SettingsRise "涨跌颜色" "Colour of change";
    SettingsRiseRed "红涨绿跌" "Red up";
    SettingsRiseGreen "绿涨红跌" "Green up";
    SettingsRiseNote "箭头始终标明方向，不只靠颜色。" "A triangle always says the direction too.";
    SettingsKeys "单键快捷键" "Single-key shortcuts";
    SettingsKeysOn "启用" "On";
    SettingsKeysOff "停用" "Off";
    SettingsKeysNote "例如 ? 打开帮助、1–6 选日期范围。" "Such as ? for help and 1–6 for the period.";
    SettingsStores "店铺" "Stores";
    SettingsStoresNote "每个店铺各自存放，演示数据不会混进来。" "Each store is kept apart; demo data never mixes in.";
    SettingsStoreCurrent "当前" "Open";
    SettingsStoreOpen "打开" "Open it";
    SettingsStoreRename "重命名…" "Rename…";
    SettingsStoreDelete "删除…" "Delete…";
    SettingsStoreOpenOf "打开「{0}」" "Open “{0}”";
    SettingsStoreRenameOf "重命名「{0}」…" "Rename “{0}”…";
    SettingsStoreDeleteOf "删除「{0}」…" "Delete “{0}”…";
    SettingsPrivacy "隐私" "Privacy";
    SettingsPrivacyKept "保存" "Kept";
    SettingsPrivacyKeptWhat "订单编号、时间、金额、退款、状态、宝贝标题、省份和城市；买家会员名只存加盐哈希，只在这个店铺内有意义。" "Order number, times, amounts, refunds, status, titles, province and city; the buyer’s nick as a salted hash that means something inside this store only.";
    SettingsPrivacyDropped "读到就丢弃" "Dropped while reading";
    SettingsPrivacyDroppedWhat "姓名、电话、城市以下的地址、备注和留言、支付宝账号、发票抬头。它们不会写入任何地方。" "Names, phones, addresses below the city, remarks and messages, Alipay accounts, invoice titles. They are never written anywhere.";
    SettingsPrivacySent "发送" "Sent";
    SettingsPrivacySentWhat "不发送任何数据。没有登录、没有服务器、没有统计。" "Nothing. No login, no server, no statistics.";
    SettingsPrivacyProof "自己验证" "Check it yourself";
    SettingsPrivacyProof1 "按 F12 打开「网络」面板，再导入文件：不会出现任何上传请求。" "Press F12, open Network, import a file: no upload appears.";
    SettingsPrivacyProof2 "断开网络后刷新页面：一切照常。" "Go offline and reload: everything still works.";
    SettingsPrivacyProof3 "页面的内容安全策略（CSP）只允许连接本站，由浏览器强制执行。" "The page’s content security policy lets it connect to its own site only, and the browser enforces it.";
    SettingsAbout "关于" "About";
    SettingsVersion "版本" "Version";
    SettingsBuild "构建" "Build";
    SettingsLicence "许可" "Licence";
    SettingsLicenceWhat "MIT，可自由使用、修改和分发" "MIT: free to use, change and share";

    // 算法自检
    SelfCheckTitle "算法自检" "Checks of the methods";
    SelfCheckWhat "分解、目标、安全库存、区间这些算法，在你自己的浏览器里各算一遍，和可信程序或文献的结果对照。" "Decomposition, targets, safety stock, intervals: each worked out in your own browser and held against a trusted program or a publication.";
    SelfCheckRun "运行自检" "Run the checks";
    SelfCheckPassed "{0} / {1} 项与参考一致" "{0} of {1} agree with their reference";
    SelfCheckSubject "项目（参考）" "Subject (reference)";
    SelfCheckExpected "应为" "Expected";
    SelfCheckFound "算出" "Found";
    SelfCheckVerdict "结果" "Verdict";
    SelfCheckYes "一致" "agrees";
    SelfCheckNo "不一致" "differs";
}
