using Microsoft.EntityFrameworkCore;
using Tupa.Blobs;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Both cards of one person as they are read, with where each value came from.</summary>
internal sealed record CardsRead(
    PersonId Person, bool Shielded, string Language, CardA? A, CardB? B, Unit? School, Picture? Picture, Blob? Image, IReadOnlyList<OriginRead> Origins)
{
    public bool Pupil => B is { Role: not SchoolRole.Staff } && A is null;

    public string Name => A is not null ? $"{A.GivenName} {A.FamilyName}" : B is not null ? $"{B.GivenName} {B.FamilyName}" : PersonText.Former;

    /// <summary>The own picture as others may see it; null until it can be shown.</summary>
    public string? PictureUrl => Picture is { } own && Image is { Media: MediaState.Ready } ? Register.Picture.Address(Person, own.Key) : null;

    /// <summary>One statement; null where the person is not among those asked of.</summary>
    public static async Task<CardsRead?> OneAsync(IQueryable<Person> people, TupaDb db, DateTime now, CancellationToken stop)
    {
        // The source is looked up and not joined: SQLite would join the sources of everybody first.
        var origins = db.Set<Origin>().Select(o => new OriginRead
        {
            Person = o.Person,
            Card = o.Card,
            Column = o.Column,
            Source = db.Set<SourceRecord>().Where(r => r.Id == o.SourceRecord).Select(r => r.Source).First(),
            ReceivedAt = o.ReceivedAt,
        });
        return await (
            from p in people
            join cardA in db.Set<CardA>().Where(c => c.HiddenAt == null || now < c.HiddenAt) on p.Id equals cardA.Person into cardsA
            from a in cardsA.DefaultIfEmpty()
            join cardB in db.Set<CardB>().Where(c => c.HiddenAt == null || now < c.HiddenAt) on p.Id equals cardB.Person into cardsB
            from b in cardsB.DefaultIfEmpty()
            join school in db.Set<Unit>() on b.School equals school.Id into schools
            from s in schools.DefaultIfEmpty()
            join picture in Picture.Shown(db, now) on p.Id equals picture.Person into pictures
            from t in pictures.DefaultIfEmpty()
            join image in db.Set<Blob>() on t.Blob equals image.Id into images
            from i in images.DefaultIfEmpty()
            select new CardsRead(p.Id, p.Shielded, p.Language, a, b, s, t, i, origins.Where(o => o.Person == p.Id).ToList()))
            .SingleOrDefaultAsync(stop);
    }

    public OriginRead? OriginOf(Card card, string property)
    {
        var column = Column(property);
        return Origins.FirstOrDefault(o => o.Card == card && (o.Column == column || o.Column == property));
    }

    /// <summary>Origins name columns as the database does: given_name.</summary>
    public static string Column(string property) =>
        string.Concat(property.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));
}

/// <summary>Where one value came from, and when.</summary>
internal sealed record OriginRead
{
    public required PersonId Person { get; init; }
    public required Card Card { get; init; }
    public required string Column { get; init; }
    public required Source Source { get; init; }
    public required DateTime ReceivedAt { get; init; }
}
