using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>How it stands with a partner.</summary>
public enum PartnerState
{
    InForce,

    /// <summary>The access ends within <see cref="PartnerStanding.Soon"/>.</summary>
    EndsSoon,

    /// <summary>The sponsor has left; a head answers for a fortnight.</summary>
    Acting,

    /// <summary>Nobody answers, so the access is shut before the day that was agreed.</summary>
    Suspended,
    Ended,
}

/// <summary>What somebody is to a partner.</summary>
/// <param name="Sponsor">Answers now, also as an acting head.</param>
/// <param name="Former">Answered last.</param>
/// <param name="Head">The nearest head of the partner's unit.</param>
public readonly record struct PartnerTies(bool Sponsor, bool Deputy, bool Former, bool Head);

/// <summary>The one table of what somebody may do about a partner: pages hide buttons by it, actions refuse by it.</summary>
/// <param name="TakeOver">Become the sponsor; what was suspended goes on by it.</param>
/// <param name="Appoint">Say who goes on when the sponsor leaves.</param>
/// <param name="Place">Open places to the partner and end them.</param>
public readonly record struct PartnerAbilities(bool See, bool Renew, bool TakeOver, bool Appoint, bool Place, bool End)
{
    public static PartnerAbilities For(PartnerState state, PartnerTies mine)
    {
        var left = mine.Deputy || mine.Former || mine.Head;
        return state switch
        {
            PartnerState.InForce or PartnerState.EndsSoon => new(
                See: mine.Sponsor || mine.Deputy, Renew: mine.Sponsor || mine.Deputy, TakeOver: mine.Deputy && !mine.Sponsor, Appoint: mine.Sponsor, Place: mine.Sponsor, End: mine.Sponsor),
            PartnerState.Acting => new(See: mine.Sponsor, Renew: mine.Sponsor, TakeOver: mine.Sponsor, Appoint: false, Place: mine.Sponsor, End: mine.Sponsor),
            PartnerState.Suspended => new(See: left, Renew: false, TakeOver: left, Appoint: false, Place: false, End: false),
            PartnerState.Ended => new(See: left, Renew: left, TakeOver: false, Appoint: false, Place: false, End: false),
        };
    }
}

/// <summary>The state of a partner by the instants alone.</summary>
internal static class PartnerStanding
{
    public static readonly TimeSpan Soon = TimeSpan.FromDays(30);

    public static PartnerState Of(DateTime until, DateOnly agreed, SponsorshipKind kind, DateTime now) =>
        until <= now ? agreed >= Helsinki.Day(now) ? PartnerState.Suspended : PartnerState.Ended
        : kind == SponsorshipKind.Acting ? PartnerState.Acting
        : until - now <= Soon ? PartnerState.EndsSoon
        : PartnerState.InForce;
}
