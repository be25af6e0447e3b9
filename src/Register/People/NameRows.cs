using Tupa.Blobs;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What a name is made of, as it is read: the cards that are in sight, and whether this viewer sees the person.</summary>
internal sealed record NameRow
{
    public required PersonId Id { get; init; }
    public required byte[] SortKey { get; init; }
    public required bool Shielded { get; init; }
    public required bool Seen { get; init; }
    public string? GivenA { get; init; }
    public string? FamilyA { get; init; }
    public string? Organisation { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public string? GivenB { get; init; }
    public string? FamilyB { get; init; }
    public string? SchoolFi { get; init; }
    public string? SchoolSv { get; init; }
    public SchoolRole? Role { get; init; }
    public string? ClassName { get; init; }
    public bool Partner { get; init; }
    public bool Staff { get; init; }
    public bool Elected { get; init; }
    public Guid? PictureKey { get; init; }

    public bool InSight => GivenA is not null || GivenB is not null;

    public string FullName => GivenA is not null ? $"{GivenA} {FamilyA}" : $"{GivenB} {FamilyB}";

    public bool Outside => Partner && !Staff && !Elected;

    public bool Pupil => Role is SchoolRole.Pupil or SchoolRole.Student;

    public string? Unit => Organisation ?? (SchoolFi is null ? null : PersonText.Named(SchoolFi, SchoolSv!).ToString());

    private string? Picture => PictureKey is { } key ? Register.Picture.Address(Id, key) : null;

    public PersonName ToName()
    {
        if (!InSight) return PersonName.Former(Id);
        if (Shielded && !Seen) return new(Id, PersonText.Withheld, null, null, null, Outside: false, Pupil: false);

        return new(Id, FullName, Seen && !Shielded ? Unit : null, Seen ? Picture : null, Seen ? $"/people/{Id}" : null, Outside, Pupil);
    }
}

/// <summary>Reads names: the one projection behind authors, lists, suggestions and profiles.</summary>
internal static class NameRows
{
    private static readonly Part<Func<TupaDb, DateTime, IQueryable<GroupMember>>> Members = new((db, now) =>
        db.Set<GroupMember>().Where(m => m.FromUtc <= now && now < m.UntilUtc));

    /// <summary>Given: the people, whom the viewer sees, and when.</summary>
    public static readonly Part<Func<TupaDb, IQueryable<Person>, IQueryable<Person>, DateTime, IQueryable<NameRow>>> Of = new((db, people, visible, now) =>
        from p in people
        join cardA in db.Set<CardA>().Where(c => c.HiddenAt == null || now < c.HiddenAt) on p.Id equals cardA.Person into cardsA
        from a in cardsA.DefaultIfEmpty()
        join cardB in db.Set<CardB>().Where(c => c.HiddenAt == null || now < c.HiddenAt) on p.Id equals cardB.Person into cardsB
        from b in cardsB.DefaultIfEmpty()
        join school in db.Set<Unit>() on b.School equals school.Id into schools
        from s in schools.DefaultIfEmpty()
        select new NameRow
        {
            Id = p.Id,
            SortKey = p.SortKey,
            Shielded = p.Shielded,
            Seen = visible.Any(v => v.Id == p.Id),
            GivenA = a.GivenName,
            FamilyA = a.FamilyName,
            Organisation = a.Organisation,
            Email = a.Email,
            Phone = a.Phone,
            GivenB = b.GivenName,
            FamilyB = b.FamilyName,
            SchoolFi = s.NameFi,
            SchoolSv = s.NameSv,
            Role = (SchoolRole?)b.Role,
            ClassName = b.ClassName,
            Partner = Members.In(db, now).Any(m => m.Person == p.Id && m.Group == GroupId.Partners),
            Staff = Members.In(db, now).Any(m => m.Person == p.Id && m.Group == GroupId.Staff),
            Elected = Members.In(db, now).Any(m => m.Person == p.Id && m.Group == GroupId.Elected),
            PictureKey = db.Set<Picture>()
                .Where(r => r.Person == p.Id && now < p.UsedUntil && db.Set<Blob>().Any(b => b.Id == r.Blob && b.Media == MediaState.Ready))
                .Select(r => (Guid?)r.Key).FirstOrDefault(),
        });

    private static readonly Compiled<Func<TupaDb, List<PersonId>, DateTime, IAsyncEnumerable<NameRow>>> OfSeen =
        Compiled.Rows<List<PersonId>, DateTime, NameRow>((db, ids, now) => Of.In(db, db.Set<Person>().Where(p => ids.Contains(p.Id)), db.Set<Person>(), now));

    /// <param name="seen">Whom the viewer sees.</param>
    public static IQueryable<NameRow> Names(this IQueryable<Person> people, TupaDb db, IQueryable<Person> seen, DateTime now) => Of.In(db, people, seen, now);

    /// <summary>
    /// The names of a page of people whom the viewer sees, in the order given; one statement, none where there is nobody. Whoever has
    /// gone since the page was read is not among them. Read by itself, because the size of a page is not known to PostgreSQL when it
    /// plans the statement that finds it: it would read the cards of a tenth of the city for fifty.
    /// </summary>
    public static async Task<List<NameRow>> InOrderAsync(TupaDb db, List<PersonId> page, DateTime now, CancellationToken stop)
    {
        if (page.Count == 0) return [];

        var rows = await OfSeen.On(db)(db, page, now).ToDictionaryAsync(r => r.Id, cancellationToken: stop);
        return [.. page.Where(rows.ContainsKey).Select(id => rows[id])];
    }
}
