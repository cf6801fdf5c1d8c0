import django.db.models.deletion
import fazhi.registers.recorded
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('casework', '0001_tables'),
    ]

    operations = [
        migrations.CreateModel(
            name='ReviewedDocument',
            fields=[
                ('case', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='casework.case', verbose_name='案件')),
                ('city', models.CharField(default=fazhi.registers.recorded.this_city, editable=False, max_length=7, verbose_name='市')),
                ('year', models.SmallIntegerField(editable=False, verbose_name='年度')),
                ('document', models.CharField(blank=True, max_length=200, verbose_name='规范性文件')),
                ('maker', models.CharField(blank=True, max_length=120, verbose_name='制定机关')),
            ],
            options={
                'verbose_name': '附带审查',
            },
        ),
    ]
