using System.Security.Cryptography;

namespace Tupa.Kernel;

/// <summary>The way by which a deed came in.</summary>
[Stored]
public enum WayIn
{
    /// <summary>The house's own work: jobs, and what is done after a request has been answered.</summary>
    Job,

    /// <summary>A page or form in a browser.</summary>
    Page,

    /// <summary>The API, by somebody who is signed in in a browser.</summary>
    Api,

    /// <summary>The API, by a token.</summary>
    Token,

    /// <summary>A machine of the city, by SCIM.</summary>
    Scim,

    /// <summary>The command line, on the machine.</summary>
    Command,
}

/// <summary>What a person is in the city at one moment: keys in a fixed order with spaces between; null where there is none.</summary>
/// <param name="Population">"Staff", "Staff Elected".</param>
/// <param name="Authority">"SecurityOfficer Operator".</param>
public sealed record ActorStanding(string? Population, string? Authority)
{
    public static readonly ActorStanding Nothing = new(null, null);
}

/// <summary>
/// Where a piece of work comes from, for the log: scoped, filled at the door. What was never at a door is a job, or a command where the
/// process is one.
/// </summary>
public sealed class Whence(WayIn way)
{
    private const int ReferenceBytes = 5;

    private (PersonId Person, ActorStanding Standing)? _asks;

    public WayIn Way { get; private set; } = way;

    /// <summary>The network address behind a request; null for all else.</summary>
    public string? Address { get; private set; }

    /// <summary>What ties together all that one request did: the number that a page of failure shows. Ten hex digits.</summary>
    public string Reference => field ??= Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(ReferenceBytes));

    /// <summary>A page is drawn that nobody sees: before the doors open. It leaves no note that somebody looked.</summary>
    public bool IsRehearsal { get; private set; }

    public void Rehearses() => IsRehearsal = true;

    /// <summary>A request came in.</summary>
    public void From(WayIn by, string? address) => (Way, Address) = (by, address);

    /// <summary>What the door has read of the one behind the request.</summary>
    public void Asks(PersonId person, ActorStanding standing) => _asks = (person, standing);

    /// <summary>Null where the door has not read it.</summary>
    public ActorStanding? StandingOf(PersonId person) => _asks is { } known && known.Person == person ? known.Standing : null;
}
