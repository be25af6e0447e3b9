using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Access;

/// <summary>
/// Whose request this is: everything one statement read at the door. Scoped; nobody until <see cref="AccessDoor.UseAccess"/> has looked.
/// Rooms that only need to know who does it take <see cref="Actor"/>.
/// </summary>
public sealed class Visitor
{
    private static readonly HashSet<AuthorityKind> None = [];

    /// <summary>Null for one who has not signed in.</summary>
    public PersonId? Person { get; private set; }
    public Actor Actor { get; private set; } = Actor.Anonymous;
    public bool SignedIn => Person is not null;
    public string Name { get; private set; } = "";
    public string Initials { get; private set; } = "";

    /// <summary>Where the own picture is; null without one.</summary>
    public string? PictureUrl { get; private set; }

    /// <summary>"fi", "sv" or "en": the person's own, else the cookie's, else the browser's.</summary>
    public string Language { get; internal set; } = Kernel.Language.Default;
    public bool IsStaff { get; private set; }
    public bool IsElected { get; private set; }
    public bool IsPartner { get; private set; }

    /// <summary>A pupil or student, who is nothing else in the city.</summary>
    public bool IsPupil { get; private set; }

    /// <summary>What one may do to the house. Empty until the second factor is set up, which every authority needs.</summary>
    public IReadOnlySet<AuthorityKind> Authorities { get; private set; } = None;

    /// <summary>Where one must go before going anywhere else; null when all gates are passed.</summary>
    public string? Gate { get; private set; }
    public bool GatesOpen => SignedIn && Gate is null;

    /// <summary>The session in a browser; null behind an API token.</summary>
    public SessionId? Session { get; private set; }

    /// <summary>A device that others use too: nothing may stay in it.</summary>
    public bool SharedDevice { get; private set; }

    /// <summary>True behind an API token, which opens no pages.</summary>
    public bool ByToken { get; private set; }

    /// <summary>Password given, second factor not yet: nobody still, but the second step knows whose.</summary>
    internal SessionId? Pending { get; private set; }
    internal bool HasFactor { get; private set; }
    internal bool FactorRequired { get; private set; }

    /// <summary>In the words of the log; null for one who has not signed in.</summary>
    internal ActorStanding? Standing => SignedIn ? ActorStandings.Of(Populations, Authorities) : null;

    private string _scopes = "";
    private bool _isPupil;

    public bool Holds(AuthorityKind authority) => Authorities.Contains(authority);

    /// <summary>Whether a scope of <see cref="Scopes"/> is open: a session has them all, a token those it was made with.</summary>
    public bool HasScope(string scope) => GatesOpen && (!ByToken || Scopes.In(_scopes, scope));

    /// <summary>Whoever the other is: where one request is answered in a second scope, nobody is asked at the door again.</summary>
    public void Follow(Visitor other)
    {
        (Person, Actor, Name, Initials, PictureUrl, Language) = (other.Person, other.Actor, other.Name, other.Initials, other.PictureUrl, other.Language);
        (IsStaff, IsElected, IsPartner, IsPupil, Authorities) = (other.IsStaff, other.IsElected, other.IsPartner, other.IsPupil, other.Authorities);
        (Gate, Session, SharedDevice, ByToken, _scopes) = (other.Gate, other.Session, other.SharedDevice, other.ByToken, other._scopes);
        (Pending, HasFactor, FactorRequired) = (other.Pending, other.HasFactor, other.FactorRequired);
    }

    private IEnumerable<Population> Populations
    {
        get
        {
            if (IsStaff) yield return Population.Staff;
            if (IsElected) yield return Population.Elected;
            if (IsPartner) yield return Population.Partner;
            if (_isPupil) yield return Population.Pupil;
        }
    }

    internal void Enter(SessionRow row)
    {
        if (row.Pending)
        {
            Pending = row.Session;
            return;
        }

        Enter(row.Standing, row.HasFactor, row.Notice, row.Pledge);
        Session = row.Session;
        SharedDevice = row.Shared;
    }

    internal void Enter(TokenRow row)
    {
        Enter(row.Standing, row.HasFactor, row.Notice, row.Pledge);
        ByToken = true;
        _scopes = row.Scopes;
    }

    private void Enter(PersonAtDoor standing, bool hasFactor, bool notice, bool pledge)
    {
        Person = standing.Person;
        Actor = Actor.Of(standing.Person);
        Name = $"{standing.GivenName} {standing.FamilyName}".Trim();
        Initials = string.Concat(new[] { standing.GivenName, standing.FamilyName }.Where(n => n.Length > 0).Select(n => char.ToUpperInvariant(n[0])));
        PictureUrl = standing.PictureUrl;
        Language = standing.Language;
        (IsStaff, IsElected, IsPartner) = (standing.IsStaff, standing.IsElected, standing.IsPartner);
        _isPupil = standing.IsPupil;
        IsPupil = _isPupil && !IsStaff && !IsElected && !IsPartner;

        HasFactor = hasFactor;
        FactorRequired = standing.AuthorityBits != 0;
        if (hasFactor) Authorities = standing.Authorities;
        Gate = GateWay.Next(FactorRequired && !hasFactor, notice, pledge || IsPupil);
    }
}
