-- Who is in what, directly or through one inclusion. A membership's window is the narrower of the two.
-- A role is of a space, and a space is in nothing: so of what a person is in, only what bears no role is looked for among the parts.
-- Deputies are in through a group only where the whole takes them.
create view register_memberships as
select m."group", m.person, m."group" as via, m.rank, m.because, m.from_utc, m.until_utc
from register_group_members m
union all
select i.whole as "group", m.person, i.part as via, i.rank, i.because,
       max(i.from_utc, m.from_utc) as from_utc, min(i.until_utc, m.until_utc) as until_utc
from register_group_members m
join register_inclusions i on i.part = m."group"
where m.rank = 0 and (i.deputies or not m.deputy);
