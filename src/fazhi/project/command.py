"""The command `fazhi`: each room and face brings its sub-commands; this names them."""

import os

import click
import django


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="fazhi", message="%(version)s")
def main() -> None:
    """法治:城市法治政府建设的业务与报告平台。"""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fazhi.project.settings")
    django.setup()
