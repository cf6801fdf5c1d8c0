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
            name='LegalityReviewCase',
            fields=[
                ('case', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='casework.case', verbose_name='案件')),
                ('city', models.CharField(default=fazhi.registers.recorded.this_city, editable=False, max_length=7, verbose_name='市')),
                ('year', models.SmallIntegerField(editable=False, verbose_name='年度')),
                ('register_no', models.CharField(db_index=True, max_length=40, verbose_name='送审登记号')),
                ('document', models.CharField(max_length=200, verbose_name='文件名称')),
                ('maker', models.CharField(choices=[('government', '市政府'), ('office', '市政府办公室'), ('department', '市政府部门'), ('district', '县（市、区）政府')], max_length=10, verbose_name='制定机关')),
                ('drafter', models.CharField(max_length=60, verbose_name='起草单位')),
                ('concerns_enterprises', models.BooleanField(default=False, verbose_name='与市场主体密切相关')),
                ('comment_days', models.SmallIntegerField(blank=True, null=True, verbose_name='公开征求意见天数')),
                ('urgent', models.BooleanField(default=False, verbose_name='应对紧急情况')),
                ('fair_competition_reviewed', models.BooleanField(default=False, verbose_name='已作公平竞争审查')),
                ('authority_checked', models.BooleanField(default=False, verbose_name='制定主体和权限合法')),
                ('content_checked', models.BooleanField(default=False, verbose_name='内容合法')),
                ('procedure_checked', models.BooleanField(default=False, verbose_name='制定程序合法')),
                ('returned', models.BooleanField(default=False, verbose_name='曾退回补正')),
                ('reviewed_on', models.DateField(blank=True, null=True, verbose_name='审查意见日期')),
            ],
            options={
                'verbose_name': '规范性文件合法性审查',
            },
        ),
        migrations.CreateModel(
            name='CleanupItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('city', models.CharField(default=fazhi.registers.recorded.this_city, editable=False, max_length=7, verbose_name='市')),
                ('year', models.SmallIntegerField(editable=False, verbose_name='年度')),
                ('source_cell', models.CharField(blank=True, editable=False, max_length=60, verbose_name='来源单元格')),
                ('recorded_at', models.DateTimeField(auto_now_add=True, verbose_name='登记时间')),
                ('voided_on', models.DateField(blank=True, editable=False, null=True, verbose_name='作废日期')),
                ('void_reason', models.CharField(blank=True, editable=False, max_length=120, verbose_name='作废原因')),
                ('number', models.CharField(max_length=40, verbose_name='清理序号')),
                ('happened_on', models.DateField(verbose_name='列入清理日期')),
                ('subject', models.CharField(choices=[('unequal', '涉及不平等对待企业'), ('unified_market', '妨碍统一市场和公平竞争'), ('ecology', '生态环境保护'), ('periodic', '定期清理')], max_length=14, verbose_name='清理专题')),
                ('kind', models.CharField(choices=[('local_regulation', '地方性法规'), ('municipal_rule', '市政府规章'), ('normative_document', '行政规范性文件'), ('policy_document', '政策文件')], max_length=18, verbose_name='文件类型')),
                ('title', models.CharField(max_length=200, verbose_name='文件名称')),
                ('document_number', models.CharField(blank=True, max_length=60, verbose_name='文号')),
                ('maker', models.CharField(max_length=60, verbose_name='制定机关')),
                ('issued_on', models.DateField(blank=True, null=True, verbose_name='印发日期')),
                ('concerns_enterprises', models.BooleanField(default=True, verbose_name='涉企')),
                ('reviewed_on', models.DateField(blank=True, help_text='完成自查梳理的日期', null=True, verbose_name='梳理日期')),
                ('finding', models.CharField(blank=True, choices=[('none', '未发现问题'), ('access', '限制市场准入和退出'), ('movement', '限制商品要素自由流动'), ('cost', '影响生产经营成本'), ('conduct', '影响生产经营行为'), ('outdated', '与上位法不一致或者已过时')], max_length=10, verbose_name='梳理发现')),
                ('second_review_on', models.DateField(blank=True, null=True, verbose_name='复核日期')),
                ('outcome', models.CharField(blank=True, choices=[('keep', '继续有效'), ('amend', '修改'), ('repeal', '废止'), ('lapse', '宣布失效')], max_length=6, verbose_name='清理意见')),
                ('completed_on', models.DateField(blank=True, help_text='修改、废止、宣布失效公布的日期', null=True, verbose_name='清理完成日期')),
                ('batch', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledgers.batch', verbose_name='导入批次')),
                ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation', verbose_name='填报单位')),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.place', verbose_name='所在地')),
            ],
            options={
                'verbose_name': '文件清理',
            },
        ),
        migrations.CreateModel(
            name='LegalOpinion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('city', models.CharField(default=fazhi.registers.recorded.this_city, editable=False, max_length=7, verbose_name='市')),
                ('year', models.SmallIntegerField(editable=False, verbose_name='年度')),
                ('source_cell', models.CharField(blank=True, editable=False, max_length=60, verbose_name='来源单元格')),
                ('recorded_at', models.DateTimeField(auto_now_add=True, verbose_name='登记时间')),
                ('voided_on', models.DateField(blank=True, editable=False, null=True, verbose_name='作废日期')),
                ('void_reason', models.CharField(blank=True, editable=False, max_length=120, verbose_name='作废原因')),
                ('number', models.CharField(max_length=60, verbose_name='文号')),
                ('happened_on', models.DateField(verbose_name='出具日期')),
                ('kind', models.CharField(choices=[('opinion', '法律意见书'), ('review_opinion', '合法性审核意见书')], max_length=14, verbose_name='文书种类')),
                ('subject', models.CharField(choices=[('document', '规范性文件、政策文件'), ('agreement', '协议、合同'), ('decision', '重大行政决策'), ('meeting', '会议议题'), ('other', '其他涉法事项')], max_length=10, verbose_name='事项类型')),
                ('title', models.CharField(max_length=200, verbose_name='事项名称')),
                ('requester', models.CharField(max_length=60, verbose_name='送审单位')),
                ('review_number', models.CharField(blank=True, max_length=40, verbose_name='对应合法性审查登记号')),
                ('drafter', models.CharField(max_length=20, verbose_name='承办人')),
                ('signer', models.CharField(max_length=20, verbose_name='签发人')),
                ('adverse', models.BooleanField(default=False, verbose_name='提出合法性问题')),
                ('withdrawn', models.BooleanField(default=False, verbose_name='已收回')),
                ('batch', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledgers.batch', verbose_name='导入批次')),
                ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation', verbose_name='填报单位')),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.place', verbose_name='所在地')),
            ],
            options={
                'verbose_name': '法律意见',
                'constraints': [models.UniqueConstraint(condition=models.Q(('voided_on__isnull', True)), fields=('city', 'number'), name='legal_opinion_number')],
            },
        ),
    ]
