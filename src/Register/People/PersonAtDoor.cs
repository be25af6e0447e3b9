using Microsoft.EntityFrameworkCore;
using Tupa.Blobs;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What every request must know of the person behind it: the name, the language, and what the person is in the city at this instant.</summary>
public sealed class PersonAtDoor
{
    public required PersonId Person { get; init; }
    public required string Language { get; init; }

    /// <summary>From the card that is in sight; A before B. Empty when both are hidden.</summary>
    public required string GivenName { get; init; }

    /// <inheritdoc cref="GivenName"/>
    public required string FamilyName { get; init; }

    /// <summary>The key of the own picture when it can be shown; null where there is none.</summary>
    public required Guid? PictureKey { get; init; }

    /// <summary>When the use of the house ends; <see cref="Helsinki.Never"/> while it is open.</summary>
    public required DateTime UsedUntil { get; init; }

    /// <summary>An assignment is in force, and no source has cut sign-in; else nobody is in.</summary>
    public required bool Live { get; init; }
    public required bool IsStaff { get; init; }
    public required bool IsElected { get; init; }
    public required bool IsPartner { get; init; }
    public required bool IsPupil { get; init; }

    /// <summary>The authorities in force, one bit a kind.</summary>
    public required int AuthorityBits { get; init; }

    public string? PictureUrl => PictureKey is { } key ? Picture.Address(Person, key) : null;

    public IReadOnlySet<AuthorityKind> Authorities => AuthorityBits == 0
        ? NoAuthorities
        : Enum.GetValues<AuthorityKind>().Where(k => (AuthorityBits & (1 << (int)k)) != 0).ToHashSet();

    private static readonly HashSet<AuthorityKind> NoAuthorities = [];

    /// <inheritdoc cref="Live"/>
    public static Task<bool> IsLiveAsync(TupaDb db, PersonId person, DateTime now, CancellationToken stop) =>
        Assignment.In(db, now).AnyAsync(t => t.Person == person && !db.Set<SourceCut>().Any(c => c.Person == person && c.CutAt <= now), stop);

    /// <summary>
    /// The standing of people at an instant and the Helsinki day it falls on, as a part: the statement that reads a session takes
    /// it in whole, so that one statement answers who asks.
    /// </summary>
    public static readonly Part<Func<TupaDb, DateTime, DateOnly, IQueryable<PersonAtDoor>>> At = new((db, now, today) =>
        from person in db.Set<Person>()
        from a in db.Set<CardA>().Where(c => c.Person == person.Id && (c.HiddenAt == null || now < c.HiddenAt)).DefaultIfEmpty()
        from b in db.Set<CardB>().Where(c => c.Person == person.Id && (c.HiddenAt == null || now < c.HiddenAt)).DefaultIfEmpty()
        select new PersonAtDoor
        {
            Person = person.Id,
            Language = person.Language,
            GivenName = a!.GivenName ?? b!.GivenName ?? "",
            FamilyName = a!.FamilyName ?? b!.FamilyName ?? "",
            PictureKey = db.Set<Picture>()
                .Where(r => r.Person == person.Id && now < person.UsedUntil && db.Set<Blob>().Any(f => f.Id == r.Blob && f.Media == MediaState.Ready))
                .Select(r => (Guid?)r.Key).FirstOrDefault(),
            UsedUntil = person.UsedUntil,
            Live = db.Set<Assignment>().Any(t => t.Person == person.Id && t.FirstDay <= today && now < t.UntilUtc)
                && !db.Set<SourceCut>().Any(c => c.Person == person.Id && c.CutAt <= now),
            IsStaff = db.Set<GroupMember>().Any(m => m.Person == person.Id && m.Group == GroupId.Staff && m.FromUtc <= now && now < m.UntilUtc),
            IsElected = db.Set<GroupMember>().Any(m => m.Person == person.Id && m.Group == GroupId.Elected && m.FromUtc <= now && now < m.UntilUtc),
            IsPartner = db.Set<GroupMember>().Any(m => m.Person == person.Id && m.Group == GroupId.Partners && m.FromUtc <= now && now < m.UntilUtc),
            IsPupil = db.Set<GroupMember>().Any(m => m.Person == person.Id && m.Group == GroupId.Pupils && m.FromUtc <= now && now < m.UntilUtc),
            AuthorityBits = db.Set<Authority>()
                .Where(p => p.FromUtc <= now && now < p.UntilUtc)
                .Where(p => db.Set<Assignment>().Any(t => t.Id == p.Assignment && t.Person == person.Id && t.FirstDay <= today && now < t.UntilUtc))
                .Select(p => p.Kind)
                .Distinct()
                .Sum(k => k == AuthorityKind.RegisterAdministrator ? 1
                    : k == AuthorityKind.SourceSteward ? 2
                    : k == AuthorityKind.DataProtectionOfficer ? 4
                    : k == AuthorityKind.SecurityOfficer ? 8
                    : 16),
        });
}
