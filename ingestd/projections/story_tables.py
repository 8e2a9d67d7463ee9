"""Tables of stories, and the views that the contract promises over them."""

import sqlalchemy as sa

from ingestd.projections.json_views import as_json

METADATA = sa.MetaData()

# `languages` is a JSON list.
STORIES = sa.Table(
    "stories__gen",
    METADATA,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("title", sa.Text),
    sa.Column("languages", sa.Text, nullable=False),
    sa.Column("articles", sa.Integer, nullable=False),
    sa.Column("first_seen_at", sa.Text, nullable=False),
    sa.Column("updated_at", sa.Text, nullable=False),
    sa.Column("folded", sa.Text, nullable=False),
    sa.Index("stories__gen_updated", "updated_at", "id", info={"readers": True}),
    info={"kept": 2_000},
)

# Every document that was received; `own` is the id of the story that it would be the first of
# (or that of the erased article before it: a rebuild gives its own, and says where that led).
MEMBERS = sa.Table(
    "story_members__gen",
    METADATA,
    sa.Column("article", sa.Text, primary_key=True),
    sa.Column("own", sa.Text, nullable=False),
    sa.Column("story", sa.Text),
    sa.Column("title", sa.Text),
    sa.Column("language", sa.Text),
    sa.Column("first_at", sa.Text, nullable=False),
    sa.Column("changed_at", sa.Text, nullable=False),
    sa.Column("position", sa.BigInteger, nullable=False),
    sa.Index("story_members__gen_story", "story"),
    sa.Index("story_members__gen_own", "own", info={"readers": True}),
    info={"kept": 4_000},
)

_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")

# By what an article is compared; all but the first columns are JSON. Its number is the position
# of the event by which it came. `related` is the revision that was compared last, `posted`
# under which keys it is found since then, `shown` is 0 while no place shows the article.
TRAITS = sa.Table(
    "story_traits__gen",
    METADATA,
    sa.Column("number", _NUMBER, primary_key=True, autoincrement=False),
    sa.Column("article", sa.Text, nullable=False),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Column("related", sa.Integer),
    sa.Column("shown", sa.Integer, nullable=False),
    sa.Column("published", sa.Text),
    sa.Column("received", sa.Text, nullable=False),
    sa.Column("sketch", sa.Text, nullable=False),
    sa.Column("figures", sa.Text, nullable=False),
    sa.Column("spans", sa.Text, nullable=False),
    sa.Column("names", sa.Text, nullable=False),
    sa.Column("posted", sa.Text, nullable=False),
    info={"kept": 1_000},
)

# The numbers of the articles that are found under a key; the key tells nothing.
POSTINGS = sa.Table(
    "story_postings__gen",
    METADATA,
    sa.Column("key", _NUMBER, primary_key=True, autoincrement=False),
    sa.Column("number", _NUMBER, primary_key=True, autoincrement=False),
    info={"postings": True},
    sqlite_with_rowid=False,
)

LINKS = sa.Table(
    "story_links__gen",
    METADATA,
    sa.Column("article", sa.Text, primary_key=True),
    sa.Column("other", sa.Text, primary_key=True),
    sa.Column("score", sa.Float, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Index("story_links__gen_other", "other"),
    info={"kept": 4_000},
    sqlite_with_rowid=False,
)

TABLES = [STORIES, MEMBERS, TRAITS, POSTINGS, LINKS]

_S, _M = STORIES.c, MEMBERS.c
VIEWS: list[tuple[str, sa.Select[tuple[object, ...]]]] = [
    (
        "stories",
        sa.select(
            _S.id, _S.title, as_json(_S.languages).label("languages"), _S.articles,
            _S.first_seen_at, _S.updated_at, _S.folded,
        ),
    ),
    ("story_articles", sa.select(_M.story, _M.article, _M.position).where(_M.story.is_not(None))),
    (
        "story_redirects",
        sa.select(_M.own.label("old"), _M.story).where(_M.story.is_not(None), _M.own != _M.story),
    ),
    ("story_links", sa.select(LINKS)),
]  # fmt: skip
