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
            name='LegislativeSuggestion',
            fields=[
                ('case', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='casework.case', verbose_name='案件')),
                ('city', models.CharField(default=fazhi.registers.recorded.this_city, editable=False, max_length=7, verbose_name='市')),
                ('year', models.SmallIntegerField(editable=False, verbose_name='年度')),
                ('number', models.CharField(db_index=True, max_length=40, verbose_name='建议编号')),
                ('channel', models.CharField(choices=[('online', '立法民意直通车'), ('point', '立法联系点'), ('letter', '来信'), ('hotline', '12345热线'), ('meeting', '座谈会')], max_length=8, verbose_name='来源')),
                ('regulation', models.CharField(max_length=120, verbose_name='所涉立法项目')),
                ('article', models.CharField(blank=True, max_length=60, verbose_name='所涉条款')),
                ('gist', models.CharField(max_length=200, verbose_name='建议要点')),
                ('drafter', models.CharField(blank=True, max_length=60, verbose_name='起草单位')),
                ('forwarded_on', models.DateField(blank=True, null=True, verbose_name='转送日期')),
                ('decided_on', models.DateField(blank=True, null=True, verbose_name='研究意见日期')),
                ('told_on', models.DateField(blank=True, null=True, verbose_name='反馈日期')),
            ],
            options={
                'verbose_name': '立法人民建议',
            },
        ),
        migrations.CreateModel(
            name='ContactPoint',
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
                ('valid_from', models.DateField(verbose_name='设立日期')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='撤销日期')),
                ('name', models.CharField(max_length=120, verbose_name='名称')),
                ('kind', models.CharField(choices=[('congress', '人大立法联系点'), ('government', '政府立法联系点')], max_length=10, verbose_name='类别')),
                ('host', models.CharField(max_length=120, verbose_name='依托单位')),
                ('coordinator', models.CharField(blank=True, max_length=20, verbose_name='联络员')),
                ('field', models.CharField(blank=True, max_length=60, verbose_name='联系领域')),
                ('replies', models.IntegerField(default=0, verbose_name='反馈意见数')),
                ('batch', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledgers.batch', verbose_name='导入批次')),
                ('of', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='earlier', to='legislation.contactpoint')),
                ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation', verbose_name='填报单位')),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.place', verbose_name='所在地')),
            ],
            options={
                'verbose_name': '立法联系点',
            },
        ),
        migrations.CreateModel(
            name='LocalRegulation',
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
                ('valid_from', models.DateField(verbose_name='列入登记日期')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='终止、废止日期')),
                ('title', models.CharField(max_length=120, verbose_name='名称')),
                ('kind', models.CharField(choices=[('regulation', '地方性法规'), ('rule', '政府规章')], max_length=10, verbose_name='种类')),
                ('field', models.CharField(choices=[('science', '科技创新'), ('construction', '城乡建设与管理'), ('ecology', '生态文明建设'), ('heritage', '历史文化保护'), ('governance', '基层治理'), ('procedure', '立法程序'), ('other', '其他')], max_length=14, verbose_name='立法领域')),
                ('drafter', models.CharField(max_length=60, verbose_name='起草单位')),
                ('plan_year', models.SmallIntegerField(blank=True, null=True, verbose_name='列入立法计划年度')),
                ('surveyed_on', models.DateField(blank=True, null=True, verbose_name='开展立法调研日期')),
                ('drafted_on', models.DateField(blank=True, null=True, verbose_name='完成起草日期')),
                ('reviewed_on', models.DateField(blank=True, null=True, verbose_name='完成审查日期')),
                ('submitted_on', models.DateField(blank=True, null=True, verbose_name='提请审议日期')),
                ('enacted_on', models.DateField(blank=True, null=True, verbose_name='公布日期')),
                ('effective_on', models.DateField(blank=True, null=True, verbose_name='施行日期')),
                ('model_project', models.BooleanField(default=False, verbose_name='省立法精品培育工程项目')),
                ('batch', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledgers.batch', verbose_name='导入批次')),
                ('of', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='earlier', to='legislation.localregulation')),
                ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation', verbose_name='填报单位')),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.place', verbose_name='所在地')),
            ],
            options={
                'verbose_name': '地方立法登记',
            },
        ),
    ]
