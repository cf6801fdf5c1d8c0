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
            name='DataPost',
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
                ('unit', models.CharField(max_length=80, verbose_name='单位名称')),
                ('name', models.CharField(max_length=80, verbose_name='岗位名称')),
                ('level', models.CharField(choices=[('city', '市级'), ('district', '县（市、区）级'), ('town', '镇（街道）级'), ('enterprise', '企业（试点）')], max_length=12, verbose_name='层级')),
                ('duties', models.CharField(blank=True, max_length=200, verbose_name='职责')),
                ('batch', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledgers.batch', verbose_name='导入批次')),
                ('of', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='earlier', to='public_data.datapost')),
                ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation', verbose_name='填报单位')),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.place', verbose_name='所在地')),
            ],
            options={
                'verbose_name': '首席数据官岗位',
            },
        ),
        migrations.CreateModel(
            name='ChiefDataOfficer',
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
                ('name', models.CharField(max_length=30, verbose_name='姓名')),
                ('position', models.CharField(max_length=60, verbose_name='行政职务')),
                ('document', models.CharField(blank=True, max_length=80, verbose_name='任命文件')),
                ('term_years', models.SmallIntegerField(default=3, verbose_name='任期（年）')),
                ('phone', models.CharField(blank=True, max_length=30, verbose_name='联系电话')),
                ('trained', models.BooleanField(default=False, verbose_name='已参加任职培训')),
                ('batch', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledgers.batch', verbose_name='导入批次')),
                ('of', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='earlier', to='public_data.chiefdataofficer')),
                ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation', verbose_name='填报单位')),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.place', verbose_name='所在地')),
                ('post', models.ForeignKey(help_text='写岗位编码', on_delete=django.db.models.deletion.PROTECT, related_name='officers', to='public_data.datapost', verbose_name='岗位')),
            ],
            options={
                'verbose_name': '首席数据官名册',
            },
        ),
        migrations.CreateModel(
            name='DataDutyReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('city', models.CharField(default=fazhi.registers.recorded.this_city, editable=False, max_length=7, verbose_name='市')),
                ('year', models.SmallIntegerField(editable=False, verbose_name='年度')),
                ('source_cell', models.CharField(blank=True, editable=False, max_length=60, verbose_name='来源单元格')),
                ('recorded_at', models.DateTimeField(auto_now_add=True, verbose_name='登记时间')),
                ('voided_on', models.DateField(blank=True, editable=False, null=True, verbose_name='作废日期')),
                ('void_reason', models.CharField(blank=True, editable=False, max_length=120, verbose_name='作废原因')),
                ('number', models.CharField(max_length=40, verbose_name='报告编号')),
                ('kind', models.CharField(choices=[('quarterly', '季度履职报告'), ('annual', '年度履职报告'), ('special', '专项报告')], max_length=10, verbose_name='报告类别')),
                ('happened_on', models.DateField(verbose_name='报告日期')),
                ('catalogue_items', models.IntegerField(default=0, verbose_name='新增编目数据资源数')),
                ('shared_items', models.IntegerField(default=0, verbose_name='新增共享数据资源数')),
                ('problem', models.CharField(blank=True, max_length=200, verbose_name='需协调问题')),
                ('batch', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledgers.batch', verbose_name='导入批次')),
                ('officer', models.ForeignKey(help_text='写名册编码', on_delete=django.db.models.deletion.PROTECT, related_name='reports', to='public_data.chiefdataofficer', verbose_name='首席数据官')),
                ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation', verbose_name='填报单位')),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.place', verbose_name='所在地')),
            ],
            options={
                'verbose_name': '首席数据官履职报告',
                'constraints': [models.UniqueConstraint(condition=models.Q(('voided_on__isnull', True)), fields=('city', 'number'), name='data_duty_report_number')],
            },
        ),
    ]
