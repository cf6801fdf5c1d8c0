import django.db.models.deletion
import fazhi.registers.recorded
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('ledgers', '0001_tables'),
        ('people', '0001_tables'),
    ]

    operations = [
        migrations.CreateModel(
            name='CatalogueItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('city', models.CharField(default=fazhi.registers.recorded.this_city, editable=False, max_length=7, verbose_name='市')),
                ('year', models.SmallIntegerField(editable=False, verbose_name='年度')),
                ('source_cell', models.CharField(blank=True, editable=False, max_length=60, verbose_name='来源单元格')),
                ('recorded_at', models.DateTimeField(auto_now_add=True, verbose_name='登记时间')),
                ('voided_on', models.DateField(blank=True, editable=False, null=True, verbose_name='作废日期')),
                ('void_reason', models.CharField(blank=True, editable=False, max_length=120, verbose_name='作废原因')),
                ('key', models.CharField(max_length=60, verbose_name='编码')),
                ('basis', models.CharField(blank=True, max_length=200, verbose_name='依据')),
                ('known_from', models.DateTimeField(auto_now_add=True, verbose_name='知悉起')),
                ('known_to', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='知悉止')),
                ('valid_from', models.DateField(verbose_name='列入目录日期')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='调出目录日期')),
                ('title', models.CharField(max_length=200, verbose_name='决策事项')),
                ('kind', models.CharField(choices=[('policy', '重大公共政策和措施'), ('plan', '经济和社会发展等重要规划'), ('resources', '开发利用保护重要自然、文化资源'), ('works', '重大公共建设项目'), ('other', '其他重大事项')], max_length=10, verbose_name='事项类型')),
                ('undertaker', models.CharField(max_length=60, verbose_name='承办单位')),
                ('planned_on', models.DateField(blank=True, null=True, verbose_name='计划完成日期')),
                ('comment_from', models.DateField(blank=True, null=True, verbose_name='公开征求意见开始日期')),
                ('comment_to', models.DateField(blank=True, null=True, verbose_name='公开征求意见截止日期')),
                ('argued_on', models.DateField(blank=True, null=True, verbose_name='专家论证日期')),
                ('risk_assessed_on', models.DateField(blank=True, null=True, verbose_name='风险评估日期')),
                ('reviewed_on', models.DateField(blank=True, null=True, verbose_name='合法性审查日期')),
                ('discussed_on', models.DateField(blank=True, null=True, verbose_name='集体讨论日期')),
                ('published_on', models.DateField(blank=True, null=True, verbose_name='公布日期')),
                ('batch', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledgers.batch', verbose_name='导入批次')),
                ('of', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='earlier', to='decisions.catalogueitem')),
                ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation', verbose_name='填报单位')),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.place', verbose_name='所在地')),
            ],
            options={
                'verbose_name': '重大行政决策事项',
            },
        ),
        migrations.CreateModel(
            name='DecisionEvaluation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('city', models.CharField(default=fazhi.registers.recorded.this_city, editable=False, max_length=7, verbose_name='市')),
                ('year', models.SmallIntegerField(editable=False, verbose_name='年度')),
                ('source_cell', models.CharField(blank=True, editable=False, max_length=60, verbose_name='来源单元格')),
                ('recorded_at', models.DateTimeField(auto_now_add=True, verbose_name='登记时间')),
                ('voided_on', models.DateField(blank=True, editable=False, null=True, verbose_name='作废日期')),
                ('void_reason', models.CharField(blank=True, editable=False, max_length=120, verbose_name='作废原因')),
                ('number', models.CharField(max_length=40, verbose_name='评估编号')),
                ('happened_on', models.DateField(verbose_name='评估报告日期')),
                ('decision', models.CharField(max_length=200, verbose_name='被评估决策')),
                ('evaluator', models.CharField(max_length=60, verbose_name='组织单位')),
                ('third_party', models.CharField(blank=True, max_length=120, verbose_name='受托机构')),
                ('opinions', models.IntegerField(default=0, verbose_name='收集意见数')),
                ('score', models.SmallIntegerField(blank=True, null=True, verbose_name='评分')),
                ('conclusion', models.CharField(choices=[('keep', '继续执行'), ('amend', '修改完善'), ('stop', '终止执行')], max_length=6, verbose_name='评估结论')),
                ('followed_up_on', models.DateField(blank=True, null=True, verbose_name='后续工作完成日期')),
                ('batch', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledgers.batch', verbose_name='导入批次')),
                ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation', verbose_name='填报单位')),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.place', verbose_name='所在地')),
            ],
            options={
                'verbose_name': '重大行政决策后评估',
            },
        ),
    ]
