using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>Who answers for a partner, as far ahead as was agreed.</summary>
public sealed class SponsorPlanTests
{
    private static readonly DateOnly Agreed = new(2026, 12, 31);
    private static readonly DateTime From = Helsinki.StartOf(new(2026, 8, 1));
    private static readonly DateTime Left = Helsinki.EndOf(new(2026, 9, 30));
    private static readonly Cover Sponsor = Of(until: Left);

    [Fact]
    public void A_sponsor_who_stays_answers_until_the_agreed_day() =>
        Assert.Equal([(SponsorshipKind.Invited, From, Helsinki.EndOf(Agreed))], Told(At(Of()), Of()));

    [Fact]
    public void A_deputy_goes_on_from_the_very_tick() => Assert.Equal(
        [(SponsorshipKind.Invited, From, Left), (SponsorshipKind.Passed, Left, Helsinki.EndOf(Agreed))], Told(At(Sponsor, Of()), Of()));

    [Fact]
    public void A_deputy_who_leaves_too_is_followed_by_a_head_for_a_fortnight()
    {
        var gone = Helsinki.EndOf(new(2026, 10, 31));
        Assert.Equal(
            [(SponsorshipKind.Invited, From, Left), (SponsorshipKind.Passed, Left, gone), (SponsorshipKind.Acting, gone, Helsinki.EndOf(new(2026, 11, 14)))],
            Told(At(Sponsor, Of(until: gone)), Of()));
    }

    [Fact]
    public void A_deputy_who_has_left_before_is_passed_by() => Assert.Equal(
        [(SponsorshipKind.Invited, From, Left), (SponsorshipKind.Acting, Left, Helsinki.EndOf(new(2026, 10, 14)))], Told(At(Sponsor, Of(until: Left)), Of()));

    [Fact]
    public void The_fortnight_is_one_however_many_heads_follow_one_another()
    {
        var until = Helsinki.EndOf(new(2026, 10, 5));
        Assert.Equal(
            [(SponsorshipKind.Invited, From, Left), (SponsorshipKind.Acting, Left, until), (SponsorshipKind.Acting, until, Helsinki.EndOf(new(2026, 10, 14)))],
            Told(At(Sponsor), Of(until: until), Of()));
        Assert.Equal(
            [(SponsorshipKind.Acting, until, Helsinki.EndOf(new(2026, 10, 14)))],
            Told(new(SponsorshipKind.Acting, Of(), until, ActingSince: Left, Agreed, Deputy: null), Of()));
    }

    [Fact]
    public void Nobody_acts_longer_than_was_agreed() => Assert.Equal(
        [(SponsorshipKind.Invited, From, Left), (SponsorshipKind.Acting, Left, Helsinki.EndOf(new(2026, 10, 3)))], Told(At(Sponsor) with { Agreed = new(2026, 10, 3) }, Of()));

    [Fact]
    public void Without_deputy_and_head_it_ends_with_the_sponsor() =>
        Assert.Equal([(SponsorshipKind.Invited, From, Left)], Told(At(Sponsor), Of(until: Left)));

    [Theory]
    [InlineData(31, null)]
    [InlineData(30, 30)]
    [InlineData(8, 30)]
    [InlineData(7, 7)]
    [InlineData(2, 7)]
    [InlineData(1, 1)]
    [InlineData(0, 1)]
    public void Each_reminder_has_its_days(int left, int? due) => Assert.Equal(due, SponsorWatch.Due(left));

    [Fact]
    public void What_one_may_do_follows_from_the_state_and_from_what_one_is()
    {
        var (nobody, deputy, head) = (default(PartnerTies), new PartnerTies(false, true, false, false), new PartnerTies(false, false, false, true));
        foreach (var state in Enum.GetValues<PartnerState>()) Assert.Equal(default, PartnerAbilities.For(state, nobody));
        Assert.False(PartnerAbilities.For(PartnerState.InForce, head).See);
        Assert.True(PartnerAbilities.For(PartnerState.Suspended, head).TakeOver);
        Assert.True(PartnerAbilities.For(PartnerState.EndsSoon, deputy) is { Renew: true, TakeOver: true, End: false, Appoint: false });
    }

    private static Standpoint At(Cover sponsor, Cover? deputy = null) => new(SponsorshipKind.Invited, sponsor, From, From, Agreed, deputy);

    private static Cover Of(DateTime? until = null) => new(AssignmentId.New(), PersonId.New(), From.AddYears(-1), until ?? Helsinki.Never);

    private static IEnumerable<(SponsorshipKind, DateTime, DateTime)> Told(Standpoint at, params Cover[] heads) =>
        SponsorPlan.Of(at, heads).Select(s => (s.Kind, s.From, s.Until));
}
