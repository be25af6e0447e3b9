using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Spaces;

/// <summary>
/// Audiences that are a named part of a space: some of its groups, some of its members. Who leaves the space leaves its parts
/// at the same tick, because the audience function asks for both.
/// </summary>
public sealed class PartAudiences(TupaDb db, SpaceAccess spaces, GroupActions groups, GroupParts parts, AuditLog audit, TimeProvider clock)
{
    /// <summary>The groups that are in the space: what the writer may choose among.</summary>
    public async Task<IReadOnlyList<GroupPart>> PartChoicesAsync(OpenSpace open, CancellationToken stop = default) =>
        [.. (await parts.OfAsync(open.Members, viewer: null, stop)).Where(p => p.Because == Because.Inclusion)];

    /// <summary>
    /// The audience of these groups and people within the space, inside a writing; an equal one that exists is used again.
    /// Choosing nothing is choosing the whole space. What is chosen and is not in the space lets nobody in.
    /// </summary>
    public async Task<AudienceId> MakeAsync(
        SpaceId id, IReadOnlyList<GroupId> chosenGroups, IReadOnlyList<PersonId> people, Actor by, CancellationToken stop = default)
    {
        var space = await spaces.OpenAsync(id, by, stop) ?? throw new InvalidOperationException("A space that is absent to the actor has no parts for the actor.");
        if (chosenGroups.Count == 0 && people.Count == 0) return space.Whole;

        var key = Key(chosenGroups, people);
        var equal = await db.Set<AudienceRow>()
            .Where(a => a.Space == space.Id && a.Key == key)
            .Select(a => (AudienceId?)a.Id)
            .FirstOrDefaultAsync(stop);
        if (equal is { } known) return known;

        var now = clock.UtcNow();
        var part = AudienceId.New();
        var group = await groups.CreateAsync(GroupKind.Audience, AudienceText.PartOfSpace, close: false, stop);
        db.Add(new AudienceRow { Id = part, Space = space.Id, SpaceGroup = space.Members, Group = group, Key = key });
        foreach (var chosen in chosenGroups.Distinct())
            await groups.IncludeAsync(group, chosen, (int)SpaceRole.Reader, Because.Inclusion, now, Helsinki.Never, stop: stop);
        foreach (var person in people.Distinct())
            await groups.AddAsync(group, person, (int)SpaceRole.Reader, part.Value, Because.Grant, now, Helsinki.Never, stop: stop);

        audit.Write(by, "spaces.audience.made", part.Value, space: space.Id.Value);
        return part;
    }

    /// <summary>The same for the same choice, whatever its order; says nothing of who is chosen.</summary>
    private static string Key(IReadOnlyList<GroupId> groups, IReadOnlyList<PersonId> people)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var group in groups.Distinct().Order()) hash.AppendData(group.Value.ToByteArray(bigEndian: true));
        hash.AppendData("|"u8);
        foreach (var person in people.Distinct().Order()) hash.AppendData(person.Value.ToByteArray(bigEndian: true));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
