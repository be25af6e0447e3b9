using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What somebody may do with the sources.</summary>
/// <param name="Sees">Every source, its reports and numbers.</param>
/// <param name="Handled">The sources whose people, diffs and tasks one sees and decides on.</param>
public sealed record FeedRights(bool Sees, IReadOnlySet<Source> Handled)
{
    /// <summary>Whether one looks after the connection of the directory.</summary>
    public bool Connects { get; private init; }

    /// <summary>Pure: a steward handles the own source, a register administrator those that fill the register; an operator sees that it works, and no people.</summary>
    public static FeedRights Of(IEnumerable<HeldAuthority> held)
    {
        var powers = held.ToList();
        var handled = Enum.GetValues<Source>().Where(source => powers.Exists(h => h.Kind switch
        {
            AuthorityKind.RegisterAdministrator => h.Scope is null || Fills(source, h.Scope),
            AuthorityKind.SourceSteward => h.Scope is null || h.Scope == source.ToString(),
            AuthorityKind.DataProtectionOfficer or AuthorityKind.SecurityOfficer or AuthorityKind.Operator => false,
        })).ToHashSet();
        return new(handled.Count > 0 || powers.Exists(h => h.Kind == AuthorityKind.Operator), handled) { Connects = powers.Exists(h => ScimKeyQueries.May(h.Kind, h.Scope)) };
    }

    /// <summary>The directory fills both registers, the schools' system that of education, all others that of staff, elected officials and partners.</summary>
    internal static bool Fills(Source source, string register) => source switch
    {
        Source.Schools => register == "B",
        Source.Scim or Source.Ldap => true,
        Source.Supervisors or Source.Decisions or Source.Sponsors or Source.Operator => register == "A",
    };
}

/// <summary>Asks what somebody may do with the sources.</summary>
public sealed class FeedAccess(Authorities authorities)
{
    private static readonly FeedRights None = new(false, new HashSet<Source>());

    private (Actor By, FeedRights Rights)? _shown;

    public async Task<FeedRights> OfAsync(Actor by, CancellationToken stop = default) =>
        by.Person is { } me ? FeedRights.Of(await authorities.HeldAsync(me, stop)) : None;

    /// <summary>For what a page shows: asks once, and only of those who hold something at all, as the door has just read. A deed asks anew.</summary>
    public async Task<FeedRights> ShownAsync(Actor by, CancellationToken stop = default)
    {
        if (_shown is { } known && known.By == by) return known.Rights;

        var rights = await AskAsync(by, stop);
        _shown = (by, rights);
        return rights;
    }

    private async Task<FeedRights> AskAsync(Actor by, CancellationToken stop)
    {
        foreach (var kind in new[] { AuthorityKind.RegisterAdministrator, AuthorityKind.SourceSteward, AuthorityKind.Operator })
        {
            if (await authorities.ShowsAsync(by.Person, kind, stop)) return await OfAsync(by, stop);
        }

        return None;
    }
}
