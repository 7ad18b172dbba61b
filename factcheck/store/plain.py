"""The records as a person would table them, in plain columns: as views of the file, and for what is exported.

`factcheck` itself runs the text of a query, never a view of the file: in a schema that is not trusted SQLite refuses
the functions for JSON. What is withdrawn is left out, and a second reader's verdict until it is revealed. A query that
changes after a release takes a migration that makes its view anew.
"""


def _time(column: str) -> str:
    return f"CASE WHEN {column} THEN strftime('%Y-%m-%dT%H:%M:%SZ', {column}, 'unixepoch') ELSE '' END"


def _values(column: str) -> str:
    """The values of all positions, one beside the other."""
    return f"(SELECT group_concat(side.value ->> 'value', ' | ') FROM json_each({column}) AS side)"


_RATINGS = """
WITH rating AS MATERIALIZED (
    SELECT scales.id AS scale_id, one.value ->> 'key' AS "key", one.value ->> 'label' AS label
    FROM scales, json_each(scales.ratings) AS one
)
"""

_CLAIMS = f"""{_RATINGS}
SELECT claims.number, claims.wording AS claim, claims.claimant, claims.role, claims.date, claims.place, claims.topic,
    claims.status, coalesce(said.label, given.rating, '') AS verdict, coalesce(scales.name, '') AS scale,
    coalesce(other.label, second.rating, '') AS second_verdict,
    coalesce(given.summary, '') AS summary, coalesce(given.rationale, '') AS rationale,
    coalesce(given.who, '') AS checked_by, coalesce({_time("given.given")}, '') AS checked,
    claims.limits, claims.asked, claims.reply,
    (SELECT count(*) FROM appearances AS made WHERE made.claim_id = claims.id)
        + (SELECT count(*) FROM media_appearances AS made WHERE made.claim_id = claims.id) AS appearances,
    (SELECT count(*) FROM evidence AS item WHERE item.claim_id = claims.id AND NOT item.withdrawn) AS evidence,
    claims.priority, claims.deadline, claims.assignee, {_time("claims.created")} AS created, claims.withheld,
    claims.id AS claim_id
FROM claims
LEFT JOIN verdicts AS given
    ON given.claim_id = claims.id AND given.reader = 'first' AND given.replaced_by IS NULL
LEFT JOIN scales ON scales.id = given.scale_id
LEFT JOIN rating AS said ON said.scale_id = given.scale_id AND said."key" = given.rating
LEFT JOIN verdicts AS second
    ON second.claim_id = claims.id AND second.reader = 'second' AND second.replaced_by IS NULL AND second.revealed
LEFT JOIN rating AS other ON other.scale_id = second.scale_id AND other."key" = second.rating
WHERE NOT claims.withdrawn
ORDER BY claims.number, claims.id
"""

_ARTICLES = f"""
SELECT articles."order" AS number, articles.title, coalesce(publishers.name, '') AS publisher, articles.author,
    coalesce(articles.published ->> 'iso', '') AS published, coalesce(articles.published ->> 'printed', '') AS printed,
    articles.language, articles.url, articles.archived_url, articles.file, version.number AS version,
    version.media_type, version.text_sha256, version.original_sha256, version.original_size,
    {_time("articles.added")} AS added, coalesce(articles.copy_of, '') AS copy_of, articles.withheld,
    articles.id AS article_id
FROM articles
JOIN article_versions AS version ON version.id = articles.version_id
LEFT JOIN publishers ON publishers.id = articles.publisher_id
WHERE NOT articles.withdrawn
ORDER BY articles."order", articles.added, articles.id
"""

_APPEARANCES = """
SELECT claims.number AS claim_number, claims.wording AS claim,
    row_number() OVER (PARTITION BY place.claim_id ORDER BY place."order", place.id) AS appearance, place.medium,
    place.quote, place.title, place.publisher, place.published, place.url, place.archived_url, place.start, place."end",
    place.time, place.needs_review, place.withheld, place.claim_id, place.article_id, place.id AS appearance_id
FROM (
    SELECT made.id, made.claim_id, made."order", 'text' AS medium, made.anchor ->> 'exact' AS quote, articles.title,
        coalesce(publishers.name, '') AS publisher, coalesce(articles.published ->> 'iso', '') AS published,
        articles.url, articles.archived_url, made.anchor ->> 'start' AS start, made.anchor ->> 'end' AS "end",
        '' AS time, coalesce(made.review ->> 'doubt', '') AS needs_review,
        made.withheld OR articles.withheld AS withheld, made.article_id
    FROM appearances AS made
    JOIN articles ON articles.id = made.article_id AND NOT articles.withdrawn
    LEFT JOIN publishers ON publishers.id = articles.publisher_id
    UNION ALL
    SELECT made.id, made.claim_id, made."order", made.medium, made.transcript,
        coalesce(nullif(made.source ->> 'title', ''), made.source ->> 'name', ''),
        coalesce(made.source ->> 'publisher', ''), coalesce(made.source ->> 'date', ''),
        coalesce(made.source ->> 'url', ''), coalesce(made.source ->> 'archived_url', ''), NULL, NULL,
        made.time, '', made.withheld, ''
    FROM media_appearances AS made
) AS place
JOIN claims ON claims.id = place.claim_id AND NOT claims.withdrawn
ORDER BY claims.number, claims.id, appearance
"""

_EVIDENCE = f"""
SELECT claims.number AS claim_number, claims.wording AS claim,
    row_number() OVER (PARTITION BY item.claim_id ORDER BY item."order", item.id) AS number, item.stance, item.grade,
    CASE item.target ->> 'type' WHEN 'PassageTarget' THEN 'passage' WHEN 'StoredFile' THEN 'file'
        ELSE lower(item.target ->> 'type') END AS kind,
    coalesce(articles.title, nullif(item.target ->> 'title', ''), item.target ->> 'name', '') AS title,
    coalesce(publishers.name, item.target ->> 'publisher', '') AS publisher,
    coalesce(articles.author, item.target ->> 'author', '') AS author,
    coalesce(articles.published ->> 'iso', item.target ->> 'date', '') AS date,
    coalesce(articles.url, item.target ->> 'url', '') AS url,
    coalesce(articles.archived_url, item.target ->> 'archived_url', '') AS archived_url,
    coalesce(item.target ->> 'accessed', '') AS accessed,
    coalesce(item.target ->> '$.anchor.exact', item.target ->> 'quote', item.target ->> 'text', '') AS quote,
    item.comment, coalesce(item.target ->> 'sha256', '') AS sha256, {_time("item.added")} AS added,
    item.withheld OR coalesce(articles.withheld, 0) AS withheld, item.claim_id,
    coalesce(articles.id, '') AS article_id, item.id AS evidence_id
FROM evidence AS item
JOIN claims ON claims.id = item.claim_id AND NOT claims.withdrawn
LEFT JOIN articles ON articles.id = item.target ->> 'article_id'
LEFT JOIN publishers ON publishers.id = articles.publisher_id
WHERE NOT item.withdrawn
ORDER BY claims.number, claims.id, number
"""

_VERDICTS = f"""{_RATINGS}
SELECT claims.number AS claim_number, claims.wording AS claim, verdicts.reader,
    coalesce(said.label, verdicts.rating) AS verdict, scales.name AS scale, verdicts.summary, verdicts.rationale,
    verdicts.who, {_time("verdicts.given")} AS given, verdicts.replaced_by IS NULL AS stands, verdicts.claim_id,
    verdicts.id AS verdict_id
FROM verdicts
JOIN claims ON claims.id = verdicts.claim_id AND NOT claims.withdrawn
JOIN scales ON scales.id = verdicts.scale_id
LEFT JOIN rating AS said ON said.scale_id = verdicts.scale_id AND said."key" = verdicts.rating
WHERE verdicts.revealed OR verdicts.reader = 'first'
ORDER BY claims.number, claims.id, verdicts.given, verdicts.id
"""

_RULINGS = f"""
SELECT rulings.fact, rulings.kind, rulings.verb AS ruling, {_values("rulings.positions")} AS "values", rulings.note,
    rulings.who, {_time("rulings.given")} AS given, rulings.id AS ruling_id
FROM rulings
ORDER BY rulings.given, rulings.id
"""

_CONTRADICTIONS = f"""
SELECT contradictions.fact, contradictions.kind, contradictions.reason ->> 'type' AS reason_type,
    contradictions.reason ->> 'text' AS reason, {_values("contradictions.positions")} AS "values", contradictions.who,
    {_time("contradictions.made")} AS made, contradictions.id AS contradiction_id
FROM contradictions
ORDER BY contradictions.made, contradictions.id
"""

_HISTORY = f"""
SELECT history.sequence, {_time("history.at")} AS at, history.who, history.label AS what, history.names,
    history.step, history.undoes, history.redoes, json_array_length(history.changes) AS records, history.hash
FROM history
ORDER BY history.sequence
"""

#: The query of each table of plain columns.
QUERIES = {
    "claims": _CLAIMS,
    "articles": _ARTICLES,
    "appearances": _APPEARANCES,
    "evidence": _EVIDENCE,
    "verdicts": _VERDICTS,
    "rulings": _RULINGS,
    "contradictions": _CONTRADICTIONS,
    "history": _HISTORY,
}

#: What makes the view of each: `claims_plain` and so on.
VIEWS = tuple(f"CREATE VIEW {name}_plain AS {query.strip()}" for name, query in QUERIES.items())
