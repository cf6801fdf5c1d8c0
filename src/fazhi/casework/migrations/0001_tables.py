import django.db.models.deletion
import fazhi.registers.recorded
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('ledgers', '0001_tables'),
        ('people', '0001_tables'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='HolidayNotice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.SmallIntegerField(unique=True, verbose_name='年份')),
                ('number', models.CharField(max_length=60, verbose_name='文号')),
                ('text', models.TextField(verbose_name='放假安排')),
                ('added_at', models.DateTimeField(auto_now_add=True, verbose_name='登记时间')),
                ('added_by', models.CharField(max_length=40, verbose_name='登记人')),
            ],
            options={
                'verbose_name': '放假通知',
            },
        ),
        migrations.CreateModel(
            name='Case',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('city', models.CharField(default=fazhi.registers.recorded.this_city, editable=False, max_length=7, verbose_name='市')),
                ('year', models.SmallIntegerField(editable=False, verbose_name='年度')),
                ('source_cell', models.CharField(blank=True, editable=False, max_length=60, verbose_name='来源单元格')),
                ('recorded_at', models.DateTimeField(auto_now_add=True, verbose_name='登记时间')),
                ('voided_on', models.DateField(blank=True, editable=False, null=True, verbose_name='作废日期')),
                ('void_reason', models.CharField(blank=True, editable=False, max_length=120, verbose_name='作废原因')),
                ('procedure', models.CharField(max_length=40, verbose_name='程序')),
                ('edition', models.CharField(max_length=60, verbose_name='适用版本')),
                ('number', models.CharField(max_length=60, verbose_name='案号')),
                ('title', models.CharField(max_length=200, verbose_name='事项')),
                ('state', models.CharField(max_length=40, verbose_name='状态')),
                ('outcome', models.CharField(blank=True, max_length=40, verbose_name='结论')),
                ('received_on', models.DateField(verbose_name='收到日期')),
                ('concluded_on', models.DateField(blank=True, null=True, verbose_name='作出结论日期')),
                ('closed_on', models.DateField(blank=True, null=True, verbose_name='办结日期')),
                ('next_due', models.DateField(blank=True, null=True, verbose_name='最近期限')),
                ('version', models.IntegerField(default=1, verbose_name='版本')),
                ('batch', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledgers.batch', verbose_name='导入批次')),
                ('officer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='cases', to=settings.AUTH_USER_MODEL, verbose_name='承办人')),
                ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation', verbose_name='填报单位')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='casework.case', verbose_name='主案')),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.place', verbose_name='所在地')),
            ],
            options={
                'verbose_name': '案件',
            },
        ),
        migrations.CreateModel(
            name='Deadline',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('city', models.CharField(default=fazhi.registers.recorded.this_city, editable=False, max_length=7, verbose_name='市')),
                ('year', models.SmallIntegerField(editable=False, verbose_name='年度')),
                ('run', models.SmallIntegerField(verbose_name='序次')),
                ('limit', models.CharField(max_length=40, verbose_name='期限')),
                ('clock', models.CharField(max_length=40, verbose_name='期限编号')),
                ('started_on', models.DateField(verbose_name='起算日期')),
                ('due_on', models.DateField(null=True, verbose_name='届满日期')),
                ('due_at', models.DateTimeField(null=True, verbose_name='届满时刻')),
                ('original_on', models.DateField(null=True, verbose_name='原届满日期')),
                ('paused', models.BooleanField(default=False, verbose_name='中止计算')),
                ('provisional', models.BooleanField(default=False, verbose_name='暂定')),
                ('lapses_on', models.DateField(null=True, verbose_name='届满后果生效日期')),
                ('met_on', models.DateField(null=True, verbose_name='完成日期')),
                ('open', models.BooleanField(default=True, verbose_name='计算中')),
                ('case', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='deadlines', to='casework.case', verbose_name='案件')),
            ],
            options={
                'verbose_name': '期限',
            },
        ),
        migrations.CreateModel(
            name='Participant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('city', models.CharField(default=fazhi.registers.recorded.this_city, editable=False, max_length=7, verbose_name='市')),
                ('party', models.CharField(max_length=40, verbose_name='身份')),
                ('kind', models.CharField(choices=[('person', '公民'), ('legal', '法人'), ('other', '其他组织'), ('organ', '行政机关')], max_length=8, verbose_name='类别')),
                ('name', models.CharField(max_length=120, verbose_name='姓名或名称')),
                ('number', models.CharField(blank=True, max_length=18, verbose_name='证件号码')),
                ('contact', models.CharField(blank=True, max_length=60, verbose_name='联系方式')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='participants', to='casework.case', verbose_name='案件')),
                ('org', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.organisation')),
                ('user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': '当事人',
            },
        ),
        migrations.CreateModel(
            name='Series',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('city', models.CharField(default=fazhi.registers.recorded.this_city, max_length=7, verbose_name='市')),
                ('name', models.CharField(max_length=60, verbose_name='序列')),
                ('year', models.SmallIntegerField(verbose_name='年度')),
                ('last', models.IntegerField(default=0, verbose_name='已用号')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('city', 'name', 'year'), name='series_year')],
            },
        ),
        migrations.AddIndex(
            model_name='case',
            index=models.Index(condition=models.Q(('closed_on__isnull', True)), fields=['officer', 'next_due', 'id'], name='case_desk'),
        ),
        migrations.AddIndex(
            model_name='case',
            index=models.Index(condition=models.Q(('closed_on__isnull', True)), fields=['org', 'next_due', 'id'], name='case_org'),
        ),
        migrations.AddIndex(
            model_name='case',
            index=models.Index(fields=['city', 'procedure', 'year'], name='case_year'),
        ),
        migrations.AddConstraint(
            model_name='case',
            constraint=models.UniqueConstraint(fields=('city', 'number'), name='case_number'),
        ),
        migrations.AddIndex(
            model_name='deadline',
            index=models.Index(condition=models.Q(('lapses_on__isnull', False), ('open', True)), fields=['lapses_on', 'id'], name='deadline_lapse'),
        ),
        migrations.AddIndex(
            model_name='deadline',
            index=models.Index(condition=models.Q(('open', True)), fields=['due_on'], name='deadline_open'),
        ),
        migrations.AddConstraint(
            model_name='deadline',
            constraint=models.UniqueConstraint(fields=('case', 'run'), name='deadline_run'),
        ),
    ]
