"""The statutes by name, for declarations: citing what an edition does not list fails at import.

Each is the newest edition; a declaration that needs an earlier one asks `fazhi.law.statute(key, on=...)`.
"""

from datetime import date

from fazhi.law.registry import statute

RECONSIDERATION_LAW = statute("行政复议法")
RECONSIDERATION_REGULATION = statute("行政复议法实施条例")
RECONSIDERATION_HEARING_MEASURES = statute("行政复议普通程序听证办法")
ADMINISTRATIVE_LITIGATION_LAW = statute("行政诉讼法")
ADMINISTRATIVE_LITIGATION_INTERPRETATION = statute("最高人民法院关于适用行政诉讼法的解释")
CIVIL_PROCEDURE_LAW = statute("民事诉讼法")
CIVIL_CODE = statute("民法典")

OPEN_GOVERNMENT_REGULATION = statute("政府信息公开条例")

PENALTY_LAW = statute("行政处罚法")
COERCION_LAW = statute("行政强制法")
MARKET_PENALTY_PROCEDURE = statute("市场监督管理行政处罚程序规定")
MARKET_PENALTY_PUBLICITY = statute("市场监督管理行政处罚信息公示规定")
CRIME_TRANSFER_REGULATION = statute("行政执法机关移送涉嫌犯罪案件的规定")
THREE_ENFORCEMENT_SYSTEMS = statute("国办发〔2018〕118号")
DISCRETION_BENCHMARKS = statute("国办发〔2022〕27号")
DOUBLE_PUBLICITY = statute("双公示")

LICENSING_LAW = statute("行政许可法")
ONLINE_SERVICE_RULES = statute("国务院关于在线政务服务的若干规定")
ONE_MATTER_OPINION = statute("国发〔2024〕3号")
ELECTRONIC_SIGNATURE_LAW = statute("电子签名法")

MAJOR_DECISION_REGULATION = statute("重大行政决策程序暂行条例")
RULE_MAKING_REGULATION = statute("规章制定程序条例")
LEGISLATION_LAW = statute("立法法")
FILING_REVIEW_REGULATION = statute("法规规章备案审查条例")
SUPERVISION_LAW = statute("各级人民代表大会常务委员会监督法")

LEGALITY_REVIEW_OPINION = statute("国办发〔2018〕115号")
NORMATIVE_DOCUMENT_NOTICE = statute("国办发〔2018〕37号")
CITY_ADMINISTRATION_DECISION = statute("国发〔2008〕17号")
LOCAL_ORGANISATION_LAW = statute("地方各级人民代表大会和地方各级人民政府组织法")
BUSINESS_ENVIRONMENT_REGULATION = statute("优化营商环境条例")
JIANGSU_NORMATIVE_RULES = statute("江苏省行政规范性文件管理规定")
ZHENJIANG_NORMATIVE_RULES = statute("镇江市政府规范性文件制定程序规定")
ZHENJIANG_RULE_MAKING = statute("镇江市人民政府规章制定程序规定")
FAIR_COMPETITION_REGULATION = statute("公平竞争审查条例")
FAIR_COMPETITION_COMPLAINTS = statute("公平竞争审查举报处理工作规则")

RANDOM_INSPECTION_NOTICE = statute("国办发〔2015〕58号")
JOINT_INSPECTION_OPINION = statute("国发〔2019〕5号")
SUPERVISION_OPINION = statute("国发〔2019〕18号")
ENTERPRISE_SPOT_CHECK_MEASURES = statute("企业公示信息抽查暂行办法")
MARKET_RANDOM_INSPECTION_NOTICE = statute("国市监信〔2019〕38号")
ENTERPRISE_INSPECTION_OPINION = statute("国办发〔2024〕54号")
INSPECTION_FORMS = statute("行政检查文书基本格式文本")
ZHENJIANG_INSPECTION_PLAN = statute("镇江市规范涉企行政检查重点任务分解方案")

HOTLINE_OPINION = statute("国办发〔2020〕53号")
HOTLINE_POLICE_OPINION = statute("国办发〔2022〕12号")
JIANGSU_HOTLINE_LIMITS = statute("江苏12345办理时限")
LULIANG_HOTLINE_PRACTICE = statute("吕梁市12345做法")
WEIFANG_HOTLINE_REGULATION = statute("潍坊市12345政务服务便民热线条例")
MARKET_COMPLAINT_MEASURES = statute("市场监督管理投诉举报处理暂行办法")
ZHENJIANG_HOTLINE_BULLETIN = statute("镇江12345通报")
YANGZHONG_LINKAGE_PLAN = statute("扬中12345与110联动实施方案")
LOCAL_POLICE_DISPATCH_CODE = statute("地方110接处警规范")
POLICE_CASE_PROCEDURE = statute("公安机关办理行政案件程序规定")
PUBLIC_SECURITY_LAW = statute("治安管理处罚法")
PUBLIC_SECURITY_LAW_2012 = statute("治安管理处罚法", on=date(2025, 12, 31))

PEOPLES_MEDIATION_LAW = statute("人民调解法")
PEOPLES_MEDIATION_RULES = statute("人民调解工作若干规定")
MEDIATION_CONFIRMATION_RULES = statute("最高人民法院关于人民调解协议司法确认程序的若干规定")
JIANGSU_ADMINISTRATIVE_MEDIATION = statute("江苏省行政调解办法")

NOTARY_LAW = statute("公证法")
NOTARY_RULES = statute("公证程序规则")
PETITION_REGULATION = statute("信访工作条例")
LAW_BASED_GOVERNMENT_INSPECTION = statute("法治政府建设与责任落实督察工作规定")
LAW_BASED_GOVERNMENT_OUTLINE = statute("法治政府建设实施纲要（2021—2025年）")
