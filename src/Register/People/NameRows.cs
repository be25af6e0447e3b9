using Tupa.Blobs;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What a name is made of, as it is read: the cards that are in sight, and whether this viewer sees the person.</summary>
internal sealed record NameRow(
    PersonId Id, byte[] SortKey, bool Shielded, bool Seen,
    string? GivenA, string? FamilyA, string? Organisation, string? Email, string? Phone,
    string? GivenB, string? FamilyB, string? SchoolFi, string? SchoolSv, SchoolRole? Role, string? ClassName,
    bool Partner, bool Staff, bool Elected, Guid? PictureKey)
{
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
    /// <summary>In the order of the Finnish alphabet. One join for all of it, so that any list of people costs one statement.</summary>
    /// <param name="seen">Whom the viewer sees, or null where <paramref name="people"/> holds only those.</param>
    public static IQueryable<NameRow> Names(this IQueryable<Person> people, TupaDb db, IQueryable<Person>? seen, DateTime now)
    {
        var groups = db.Set<GroupMember>().Where(m => m.FromUtc <= now && now < m.UntilUtc);
        return
            from p in people
            join cardA in db.Set<CardA>().Where(c => c.HiddenAt == null || now < c.HiddenAt) on p.Id equals cardA.Person into cardsA
            from a in cardsA.DefaultIfEmpty()
            join cardB in db.Set<CardB>().Where(c => c.HiddenAt == null || now < c.HiddenAt) on p.Id equals cardB.Person into cardsB
            from b in cardsB.DefaultIfEmpty()
            join school in db.Set<Unit>() on b.School equals school.Id into schools
            from s in schools.DefaultIfEmpty()
            join picture in db.Set<Picture>().Where(r => db.Set<Blob>().Any(b => b.Id == r.Blob && b.Media == MediaState.Ready))
                on p.Id equals picture.Person into pictures
            from r in pictures.DefaultIfEmpty()
            orderby p.SortKey, p.Id
            select new NameRow(
                p.Id, p.SortKey, p.Shielded, seen == null || seen.Any(v => v.Id == p.Id),
                a.GivenName, a.FamilyName, a.Organisation, a.Email, a.Phone,
                b.GivenName, b.FamilyName, s.NameFi, s.NameSv, (SchoolRole?)b.Role, b.ClassName,
                groups.Any(m => m.Person == p.Id && m.Group == GroupId.Partners),
                groups.Any(m => m.Person == p.Id && m.Group == GroupId.Staff),
                groups.Any(m => m.Person == p.Id && m.Group == GroupId.Elected),
                (Guid?)r.Key);
    }
}
