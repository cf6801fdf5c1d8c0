import django.db.models.deletion
import fazhi.registers.recorded
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('casework', '0001_tables'),
        ('ledgers', '0001_tables'),
        ('people', '0001_tables'),
    ]

    operations = [
        migrations.CreateModel(
            name='ReconsiderationCase',
            fields=[
                ('case', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='casework.case', verbose_name='案件')),
                ('city', models.CharField(default=fazhi.registers.recorded.this_city, editable=False, max_length=7, verbose_name='市')),
                ('year', models.SmallIntegerField(editable=False, verbose_name='年度')),
                ('channel', models.CharField(choices=[('counter', '当面提交'), ('post', '邮寄'), ('internet', '互联网'), ('oral', '口头申请'), ('agency', '通过处罚机关提交')], max_length=8, verbose_name='申请方式')),
                ('act', models.CharField(choices=[('penalty', '行政处罚'), ('coercion', '行政强制'), ('licence', '行政许可'), ('resources', '自然资源确权'), ('expropriation', '征收征用及补偿'), ('damages', '行政赔偿'), ('injury', '工伤认定'), ('autonomy', '经营自主权、承包经营权'), ('competition', '排除限制竞争'), ('dues', '违法要求履行义务'), ('inaction', '不履行法定职责'), ('benefits', '行政给付'), ('contract', '行政协议'), ('disclosure', '政府信息公开'), ('other', '其他行政行为')], max_length=16, verbose_name='行政行为种类')),
                ('field', models.CharField(blank=True, max_length=30, verbose_name='行政管理领域')),
                ('against_department', models.BooleanField(default=False, verbose_name='被申请人为本级政府工作部门')),
                ('known_on', models.DateField(blank=True, null=True, verbose_name='知道行政行为日期')),
                ('applied_on', models.DateField(verbose_name='申请日期')),
                ('delay_excused', models.BooleanField(default=False, verbose_name='耽误期限有正当理由')),
                ('must_come_first', models.BooleanField(default=False, verbose_name='复议前置')),
                ('simple_ground', models.CharField(blank=True, choices=[('on_the_spot', '当场作出的行政行为'), ('warning', '警告或者通报批评'), ('small_amount', '款额三千元以下'), ('disclosure', '政府信息公开案件')], max_length=16, verbose_name='适用简易程序情形')),
                ('all_agree_simple', models.BooleanField(default=False, verbose_name='各方同意适用简易程序')),
                ('major', models.BooleanField(default=False, verbose_name='重大、疑难、复杂')),
                ('track', models.CharField(blank=True, choices=[('ordinary', '普通程序'), ('simplified', '简易程序')], max_length=10, verbose_name='审理程序')),
                ('accepted_on', models.DateField(blank=True, null=True, verbose_name='受理日期')),
                ('corrections', models.SmallIntegerField(default=0, verbose_name='补正通知次数')),
                ('answered_on', models.DateField(blank=True, null=True, verbose_name='答复日期')),
                ('no_evidence', models.BooleanField(default=False, verbose_name='逾期未答复举证')),
                ('heard', models.BooleanField(default=False, verbose_name='举行听证')),
                ('consulted', models.BooleanField(default=False, verbose_name='提请委员会咨询')),
                ('stayed', models.BooleanField(default=False, verbose_name='停止执行')),
                ('cause', models.CharField(blank=True, choices=[('death', '申请人死亡'), ('incapacity', '申请人丧失行为能力'), ('missing', '申请人下落不明'), ('dissolved', '申请组织终止'), ('force_majeure', '不可抗力'), ('mediation', '调解、和解'), ('legal_question', '法律适用待解释'), ('other_case', '以他案结果为依据'), ('annex', '附带审查'), ('other', '其他情形')], max_length=16, verbose_name='中止原因')),
                ('extended', models.BooleanField(default=False, verbose_name='延长复议期限')),
                ('remake_ordered', models.BooleanField(default=False, verbose_name='责令重新作出行政行为')),
                ('damages_ordered', models.BooleanField(default=False, verbose_name='一并决定赔偿')),
                ('served_on', models.DateField(blank=True, null=True, verbose_name='送达日期')),
                ('performed_on', models.DateField(blank=True, null=True, verbose_name='履行日期')),
                ('sued_on', models.DateField(blank=True, null=True, verbose_name='起诉日期')),
                ('opinion_on', models.DateField(blank=True, null=True, verbose_name='意见书制发日期')),
                ('opinion_reported_on', models.DateField(blank=True, null=True, verbose_name='纠正情况报送日期')),
                ('copied_on', models.DateField(blank=True, null=True, verbose_name='抄告日期')),
                ('published_on', models.DateField(blank=True, null=True, verbose_name='公开日期')),
                ('respondent', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation', verbose_name='被申请人')),
            ],
            options={
                'verbose_name': '行政复议案件',
            },
        ),
        migrations.CreateModel(
            name='RiskAlertLetter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('city', models.CharField(default=fazhi.registers.recorded.this_city, editable=False, max_length=7, verbose_name='市')),
                ('year', models.SmallIntegerField(editable=False, verbose_name='年度')),
                ('source_cell', models.CharField(blank=True, editable=False, max_length=60, verbose_name='来源单元格')),
                ('recorded_at', models.DateTimeField(auto_now_add=True, verbose_name='登记时间')),
                ('voided_on', models.DateField(blank=True, editable=False, null=True, verbose_name='作废日期')),
                ('void_reason', models.CharField(blank=True, editable=False, max_length=120, verbose_name='作废原因')),
                ('number', models.CharField(max_length=60, verbose_name='文号')),
                ('happened_on', models.DateField(verbose_name='制发日期')),
                ('field', models.CharField(max_length=30, verbose_name='行政管理领域')),
                ('risk', models.CharField(max_length=200, verbose_name='风险事项')),
                ('case_count', models.IntegerField(default=1, verbose_name='依据案件数')),
                ('replied_on', models.DateField(blank=True, null=True, verbose_name='反馈日期')),
                ('withdrawn', models.BooleanField(default=False, verbose_name='已收回')),
                ('addressee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation', verbose_name='送达单位')),
                ('batch', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledgers.batch', verbose_name='导入批次')),
                ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation', verbose_name='填报单位')),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.place', verbose_name='所在地')),
            ],
            options={
                'verbose_name': '行政复议风险提示函',
                'constraints': [models.UniqueConstraint(condition=models.Q(('voided_on__isnull', True)), fields=('city', 'number'), name='risk_letter_number')],
            },
        ),
    ]
