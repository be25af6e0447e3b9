using System.Linq.Expressions;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>A user as it is read: what the card, the record and the assignment say now.</summary>
internal sealed class ScimUserRead
{
    public required SourceRecordId Record { get; init; }
    public required PersonId Person { get; init; }
    public required string? ExternalId { get; init; }
    public required string? UserName { get; init; }
    public required string GivenName { get; init; }
    public required string FamilyName { get; init; }
    public required string? Email { get; init; }
    public required string? UserId { get; init; }
    public required string? Phone { get; init; }
    public required string? WorkAddress { get; init; }
    public required string Organisation { get; init; }
    public required ScimPhone PhoneFor { get; init; }
    public required ScimPlace Place { get; init; }

    /// <summary>The unit of the assignment; null where it is the city itself.</summary>
    public required string? Unit { get; init; }
    public required bool Cut { get; init; }
    public required DateTime CreatedAt { get; init; }
    public required DateTime ChangedAt { get; init; }

    /// <summary>The users that are here for the directory. Those whose end waits for a person are gone for it.</summary>
    public static IQueryable<ScimUserRead> In(TupaDb db, DateTime now) => In(db, db.Set<SourceRecord>().Where(r => r.Source == Source.Scim && r.Feed == ""), now);

    /// <summary>Of these alone. That they are the directory's says the row beside the record; asked by source too, SQLite would look through all there are for a few.</summary>
    public static IQueryable<ScimUserRead> Of(TupaDb db, IQueryable<SourceRecordId> ids, DateTime now) => In(db, db.Set<SourceRecord>().Where(r => ids.Contains(r.Id)), now);

    /// <inheritdoc cref="Of(TupaDb, IQueryable{SourceRecordId}, DateTime)"/>
    public static IQueryable<ScimUserRead> Of(TupaDb db, IReadOnlyCollection<SourceRecordId> ids, DateTime now) => In(db, db.Set<SourceRecord>().Where(r => ids.Contains(r.Id)), now);

    private static IQueryable<ScimUserRead> In(TupaDb db, IQueryable<SourceRecord> records, DateTime now) =>
        from r in records.Where(r => r.State == RecordState.Live)
        join s in db.Set<ScimUserRecord>().Where(s => s.EndAskedAt == null) on r.Id equals s.Record
        join c in db.Set<CardA>() on r.Person equals (PersonId?)c.Person
        select new ScimUserRead
        {
            Record = r.Id,
            Person = c.Person,
            ExternalId = s.ExternalId,
            UserName = s.UserName,
            GivenName = c.GivenName,
            FamilyName = c.FamilyName,
            Email = c.Email,
            UserId = c.UserId,
            Phone = c.Phone,
            WorkAddress = c.WorkAddress,
            Organisation = c.Organisation,
            PhoneFor = s.PhoneFor,
            Place = s.Place,
            Unit = db.Set<Assignment>().Where(a => a.Record == r.Id && now < a.UntilUtc)
                .Join(db.Set<Unit>().Where(u => u.Kind != UnitKind.City), a => a.Unit, u => (UnitId?)u.Id, (_, u) => u.NameFi).FirstOrDefault(),
            Cut = db.Set<SourceCut>().Any(x => x.Record == r.Id),
            CreatedAt = s.CreatedAt,
            ChangedAt = s.ChangedAt,
        };

    /// <summary>What columns can be asked. The rest is asked of the rows that come.</summary>
    public static IReadOnlyDictionary<string, ScimColumn> Columns { get; } = new Dictionary<string, ScimColumn>(StringComparer.Ordinal)
    {
        ["id"] = Column(u => u.Record, ScimColumnKind.Id),
        ["externalid"] = Column(u => u.ExternalId, ScimColumnKind.Exact),
        ["username"] = Column(u => u.UserName, ScimColumnKind.Folded),
        ["name.givenname"] = Column(u => u.GivenName == "" ? null : u.GivenName, ScimColumnKind.Text),
        ["name.familyname"] = Column(u => u.FamilyName, ScimColumnKind.Text),
        ["active"] = Column(u => !u.Cut, ScimColumnKind.Flag),
        ["emails"] = Column(u => u.Email, ScimColumnKind.Text),
        ["emails.value"] = Column(u => u.Email, ScimColumnKind.Text),
        ["phonenumbers"] = Column(u => u.Phone, ScimColumnKind.Text),
        ["phonenumbers.value"] = Column(u => u.Phone, ScimColumnKind.Text),
        ["meta.created"] = Column(u => u.CreatedAt, ScimColumnKind.Instant),
        ["meta.lastmodified"] = Column(u => u.ChangedAt, ScimColumnKind.Instant),
    };

    private static ScimColumn Column<T>(Expression<Func<ScimUserRead, T>> of, ScimColumnKind kind) => new(of, kind);
}
