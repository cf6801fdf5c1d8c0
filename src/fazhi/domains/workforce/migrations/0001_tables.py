import django.db.models.deletion
import fazhi.domains.workforce.columns
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
            name='AwarenessSign',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('city', models.CharField(default=fazhi.registers.recorded.this_city, editable=False, max_length=7, verbose_name='市')),
                ('year', models.SmallIntegerField(editable=False, verbose_name='年度')),
                ('source_cell', models.CharField(blank=True, editable=False, max_length=60, verbose_name='来源单元格')),
                ('recorded_at', models.DateTimeField(auto_now_add=True, verbose_name='登记时间')),
                ('voided_on', models.DateField(blank=True, editable=False, null=True, verbose_name='作废日期')),
                ('void_reason', models.CharField(blank=True, editable=False, max_length=120, verbose_name='作废原因')),
                ('number', models.CharField(max_length=30, verbose_name='登记编号')),
                ('happened_on', models.DateField(verbose_name='发生日期')),
                ('kind', models.CharField(choices=[('exam', '领导干部法律知识考试不合格'), ('report', '述法报告质量差'), ('late', '法治建设材料逾期报送'), ('study', '未按计划开展学法')], max_length=8, verbose_name='情形')),
                ('detail', models.CharField(max_length=200, verbose_name='具体情况')),
                ('evidence', models.CharField(blank=True, max_length=60, verbose_name='来源记录编号')),
                ('batch', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledgers.batch', verbose_name='导入批次')),
                ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation', verbose_name='填报单位')),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.place', verbose_name='所在地')),
            ],
            options={
                'verbose_name': '法治意识薄弱情形',
            },
        ),
        migrations.CreateModel(
            name='LawTraining',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('city', models.CharField(default=fazhi.registers.recorded.this_city, editable=False, max_length=7, verbose_name='市')),
                ('year', models.SmallIntegerField(editable=False, verbose_name='年度')),
                ('source_cell', models.CharField(blank=True, editable=False, max_length=60, verbose_name='来源单元格')),
                ('recorded_at', models.DateTimeField(auto_now_add=True, verbose_name='登记时间')),
                ('voided_on', models.DateField(blank=True, editable=False, null=True, verbose_name='作废日期')),
                ('void_reason', models.CharField(blank=True, editable=False, max_length=120, verbose_name='作废原因')),
                ('number', models.CharField(max_length=30, verbose_name='登记编号')),
                ('happened_on', models.DateField(verbose_name='培训日期')),
                ('topic', models.CharField(max_length=100, verbose_name='培训主题')),
                ('mode', models.CharField(choices=[('offline', '集中'), ('online', '网络'), ('both', '线上线下')], max_length=8, verbose_name='形式')),
                ('hours', models.SmallIntegerField(verbose_name='学时')),
                ('attended', models.SmallIntegerField(verbose_name='参训人数')),
                ('batch', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledgers.batch', verbose_name='导入批次')),
                ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation', verbose_name='填报单位')),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.place', verbose_name='所在地')),
            ],
            options={
                'verbose_name': '法治培训',
            },
        ),
        migrations.CreateModel(
            name='LawWorker',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('city', models.CharField(default=fazhi.registers.recorded.this_city, editable=False, max_length=7, verbose_name='市')),
                ('year', models.SmallIntegerField(editable=False, verbose_name='年度')),
                ('source_cell', models.CharField(blank=True, editable=False, max_length=60, verbose_name='来源单元格')),
                ('recorded_at', models.DateTimeField(auto_now_add=True, verbose_name='登记时间')),
                ('voided_on', models.DateField(blank=True, editable=False, null=True, verbose_name='作废日期')),
                ('void_reason', models.CharField(blank=True, editable=False, max_length=120, verbose_name='作废原因')),
                ('key', models.CharField(max_length=60, verbose_name='编码')),
                ('valid_from', models.DateField(verbose_name='生效日期')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='失效日期')),
                ('basis', models.CharField(blank=True, max_length=200, verbose_name='依据')),
                ('known_from', models.DateTimeField(auto_now_add=True, verbose_name='知悉起')),
                ('known_to', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='知悉止')),
                ('name', models.CharField(max_length=20, verbose_name='姓名')),
                ('work', models.CharField(choices=[('enforcement', '行政执法'), ('review', '法制审核'), ('both', '执法兼法制审核')], max_length=12, verbose_name='岗位类别')),
                ('age', models.CharField(choices=[('to_30', '30岁及以下'), ('to_40', '31—40岁'), ('to_50', '41—50岁'), ('over_50', '51岁及以上')], help_text='按年末周岁填写', max_length=8, verbose_name='年龄段')),
                ('education', models.CharField(choices=[('college', '大专及以下'), ('bachelor', '本科'), ('master', '研究生')], max_length=10, verbose_name='学历')),
                ('legal_major', models.BooleanField(default=False, verbose_name='法律专业毕业')),
                ('qualified', models.BooleanField(default=False, verbose_name='取得法律职业资格')),
                ('certificate', models.CharField(blank=True, max_length=20, verbose_name='执法证编号')),
                ('establishment', models.CharField(choices=[('civil', '行政编制'), ('institution', '事业编制'), ('auxiliary', '编外人员')], default='civil', max_length=12, verbose_name='编制类型')),
                ('batch', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledgers.batch', verbose_name='导入批次')),
                ('of', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='earlier', to='workforce.lawworker')),
                ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation', verbose_name='填报单位')),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.place', verbose_name='所在地')),
            ],
            options={
                'verbose_name': '法治工作人员',
            },
        ),
        migrations.CreateModel(
            name='ReviewTally',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('city', models.CharField(default=fazhi.registers.recorded.this_city, editable=False, max_length=7, verbose_name='市')),
                ('year', models.SmallIntegerField(editable=False, verbose_name='年度')),
                ('source_cell', models.CharField(blank=True, editable=False, max_length=60, verbose_name='来源单元格')),
                ('recorded_at', models.DateTimeField(auto_now_add=True, verbose_name='登记时间')),
                ('voided_on', models.DateField(blank=True, editable=False, null=True, verbose_name='作废日期')),
                ('void_reason', models.CharField(blank=True, editable=False, max_length=120, verbose_name='作废原因')),
                ('number', models.CharField(max_length=40, verbose_name='登记编号')),
                ('happened_on', models.DateField(help_text='一般为12月31日', verbose_name='统计截止日期')),
                ('reviewers', models.IntegerField(verbose_name='法制审核人员数')),
                ('reviewed', models.IntegerField(verbose_name='法制审核件数')),
                ('reviewed_per_head', fazhi.domains.workforce.columns.PerHead(amount='reviewed', blank=True, editable=False, heads='reviewers', null=True, verbose_name='人均审核件数')),
                ('batch', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledgers.batch', verbose_name='导入批次')),
                ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation', verbose_name='填报单位')),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.place', verbose_name='所在地')),
            ],
            options={
                'verbose_name': '单位年度法制审核工作量',
            },
        ),
        migrations.CreateModel(
            name='TrainingTally',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('city', models.CharField(default=fazhi.registers.recorded.this_city, editable=False, max_length=7, verbose_name='市')),
                ('year', models.SmallIntegerField(editable=False, verbose_name='年度')),
                ('source_cell', models.CharField(blank=True, editable=False, max_length=60, verbose_name='来源单元格')),
                ('recorded_at', models.DateTimeField(auto_now_add=True, verbose_name='登记时间')),
                ('voided_on', models.DateField(blank=True, editable=False, null=True, verbose_name='作废日期')),
                ('void_reason', models.CharField(blank=True, editable=False, max_length=120, verbose_name='作废原因')),
                ('number', models.CharField(max_length=40, verbose_name='登记编号')),
                ('happened_on', models.DateField(help_text='一般为12月31日', verbose_name='统计截止日期')),
                ('staff', models.IntegerField(verbose_name='应训人数')),
                ('person_hours', models.IntegerField(verbose_name='培训总学时（人学时）')),
                ('hours_per_head', fazhi.domains.workforce.columns.PerHead(amount='person_hours', blank=True, editable=False, heads='staff', null=True, verbose_name='人均学时')),
                ('short', models.IntegerField(default=0, verbose_name='未满60学时人数')),
                ('untrained', models.IntegerField(default=0, verbose_name='全年未参训人数')),
                ('batch', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledgers.batch', verbose_name='导入批次')),
                ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation', verbose_name='填报单位')),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.place', verbose_name='所在地')),
            ],
            options={
                'verbose_name': '单位年度培训学时',
            },
        ),
    ]
