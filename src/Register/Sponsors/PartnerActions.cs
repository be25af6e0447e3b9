using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What those who answer for a partner do about the partner: renew, take over, say who goes on, let it end.</summary>
public sealed class PartnerActions
{
    private readonly TupaDb _db;
    private readonly Writing _writing;
    private readonly AuditLog _audit;
    private readonly Announcer _announcer;
    private readonly AssignmentActions _assignments;
    private readonly PartnerQueries _partners;
    private readonly OwnCovers _covers;
    private readonly IEnumerable<IPartnerPlaces> _places;
    private readonly PartnerReturn _return;
    private readonly TimeProvider _clock;

    internal PartnerActions(
        TupaDb db, Writing writing, AuditLog audit, Announcer announcer, AssignmentActions assignments, PartnerQueries partners, OwnCovers covers, IEnumerable<IPartnerPlaces> places, TimeProvider clock) =>
        (_db, _writing, _audit, _announcer, _assignments, _partners, _covers, _places, _return, _clock) =
        (db, writing, audit, announcer, assignments, partners, covers, places, new(db, writing, announcer), clock);

    /// <summary>
    /// The partner goes on until a new day, with the places of the invitation. Who acts for a sponsor, or brings back a partner whose
    /// time was over, becomes the sponsor by it.
    /// </summary>
    /// <param name="id">Of the new stretch, so that posting twice renews once.</param>
    /// <param name="lastDay">Inclusive; after the day that stands, at most twelve months ahead, and no longer than the sponsor is here.</param>
    public Task<Refusal?> RenewAsync(SponsorshipId id, AssignmentId partner, DateOnly? lastDay, string? reason, Actor by, CancellationToken stop = default) =>
        ChangeAsync(partner, "renew", id, by, p => p.Can.Renew, async row =>
        {
            var (why, day) = ((reason ?? "").Trim(), lastDay ?? default);
            var now = Instants.Whole(_clock.UtcNow());
            var (today, latest) = (Helsinki.Day(now), Helsinki.Day(now).AddMonths(Sponsorship.LongestMonths));
            var after = row.State == PartnerState.Ended ? today : row.LastDay.AddDays(1);
            List<Fault> faults = [];
            if (day < after || day > latest) faults.Add(new("lastDay", PartnerText.BadRenewal(after, latest)));
            if (why.Length is 0 or > Sponsorship.LongestReason) faults.Add(new("reason", PartnerText.ReasonNeeded));
            if (Refusal.Of(faults) is { } faulty) return faulty;

            var last = await LastAsync(partner, now, stop);
            var stays = row.State is PartnerState.InForce or PartnerState.EndsSoon;
            if ((stays ? new(last.SponsorAssignment, row.Sponsor, null, row.SponsorEndsOn) : await _covers.OfAsync(by.Person, stop)) is not { } cover) return new(PartnerText.StaffOnly);
            if (day > cover.LastDay) return new Refusal(PartnerText.BeyondSponsor(cover.LastDay)).At("lastDay");

            await BeginAsync(id, last, SponsorshipKind.Renewed, cover, day, stays ? last.Deputy : null, why, now, by, stop);
            _audit.Write(by, "register.partner.renewed", partner.Value, row.Person);
            return null;
        }, stop);

    /// <summary>The one who asks becomes the sponsor, until the day that was agreed; an access that was shut opens by it.</summary>
    public Task<Refusal?> TakeOverAsync(SponsorshipId id, AssignmentId partner, Actor by, CancellationToken stop = default) =>
        ChangeAsync(partner, "take-over", id, by, p => p.Can.TakeOver, async row =>
        {
            if (await _covers.OfAsync(by.Person, stop) is not { } cover) return new(PartnerText.StaffOnly);

            var now = Instants.Whole(_clock.UtcNow());
            await BeginAsync(id, await LastAsync(partner, now, stop), SponsorshipKind.TakenOver, cover, row.Agreed, deputy: null, reason: null, now, by, stop);
            _audit.Write(by, "register.partner.taken-over", partner.Value, row.Person);
            return null;
        }, stop);

    /// <param name="deputy">Another member of staff; null for nobody.</param>
    public Task<Refusal?> AppointAsync(AssignmentId partner, AssignmentId? deputy, Actor by, CancellationToken stop = default) =>
        ChangeAsync(partner, "appoint", made: null, by, p => p.Can.Appoint, async row =>
        {
            var last = await LastAsync(partner, _clock.UtcNow(), stop);
            await _db.Set<Sponsorship>().Where(s => s.Id == last.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.Deputy, deputy), stop);
            await _assignments.FollowSponsorsAsync([partner], by, stop);
            _audit.Write(by, "register.partner.deputy-changed", partner.Value, row.Person);
            return null;
        }, stop);

    /// <summary>Opens one more place to the partner, until the day that was agreed: one that whoever asks keeps.</summary>
    public Task<Refusal?> OpenAsync(AssignmentId partner, Guid place, Actor by, CancellationToken stop = default) =>
        ChangeAsync(partner, "open-place", made: null, by, p => p.Can.Place, async row =>
        {
            var open = 0;
            foreach (var room in _places) open += await room.AdmitAsync(row.Person, partner.Value, [place], Helsinki.EndOf(row.Agreed), by, stop);
            return open > 0 ? null : new(PartnerText.NotOffered);
        }, stop);

    /// <summary>The invitation no longer opens the place.</summary>
    public Task<Refusal?> CloseAsync(AssignmentId partner, Guid place, Actor by, CancellationToken stop = default) =>
        ChangeAsync(partner, "close-place", made: null, by, p => p.Can.Place, async row =>
        {
            var closed = false;
            foreach (var room in _places) closed |= await room.ReleaseAsync(row.Person, partner.Value, place, by, stop);
            return closed ? null : Refusal.Absent;
        }, stop);

    /// <summary>The partner's access ends now. Where it is shut already, it is as it was to be.</summary>
    public Task<Refusal?> EndAsync(AssignmentId partner, Actor by, CancellationToken stop = default) =>
        ChangeAsync(partner, "end", made: null, by, p => p.IsShut || p.Can.End, async row =>
        {
            if (row.IsShut) return null;

            await _assignments.EndAsync([partner], Instants.Whole(_clock.UtcNow()), by, stop);
            _audit.Write(by, "register.partner.ended", partner.Value, row.Person);
            return null;
        }, stop);

    /// <summary>What stands ends now, and the new stretch begins; what was planned is written anew, and the access follows.</summary>
    private async Task BeginAsync(
        SponsorshipId id, Sponsorship last, SponsorshipKind kind, OwnCover cover, DateOnly agreed, AssignmentId? deputy, string? reason, DateTime now, Actor by, CancellationToken stop)
    {
        var (partner, today) = (last.Assignment, Helsinki.Day(now));
        var until = agreed < cover.LastDay ? agreed : cover.LastDay;
        await _db.Set<Sponsorship>().Where(s => s.Assignment == partner && s.FromUtc > now).ExecuteDeleteAsync(stop);
        if (last.UntilUtc > now)
            await _db.Set<Sponsorship>().Where(s => s.Id == last.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.UntilUtc, now).SetProperty(s => s.EndsOn, today), stop);
        _db.Add(new Sponsorship
        {
            Id = id,
            Assignment = partner,
            SponsorAssignment = cover.Assignment,
            SponsorEndsOn = cover.LastDay,
            StartsOn = today,
            EndsOn = until,
            FromUtc = now,
            UntilUtc = Helsinki.EndOf(until),
            AgreedUntil = agreed,
            ContractReference = last.ContractReference,
            Purpose = last.Purpose,
            Deputy = deputy,
            Kind = kind,
            Reason = reason,
            ToldBy = by.Person,
            ToldAt = now,
        });
        await _writing.FlushAsync(stop);
        await _return.PrepareAsync(partner, Helsinki.EndOf(agreed), now, stop);
        await _assignments.FollowSponsorsAsync([partner], by, stop);
        await _return.WelcomeAsync(partner, now, stop);
        await _announcer.AnnounceAsync([new SponsorshipRenewed(partner)], stop);
    }

    private Task<Refusal?> ChangeAsync(
        AssignmentId partner, string deed, SponsorshipId? made, Actor by, Func<PartnerRow, bool> may, Func<PartnerRow, Task<Refusal?>> change, CancellationToken stop) => _writing.RunAsync(async () =>
    {
        await _writing.InTurnAsync("sponsorships", stop);
        var row = await _partners.OneAsync(partner, by, stop);
        if (row is not null && made is { } id && await _db.Set<Sponsorship>().AnyAsync(s => s.Id == id, stop)) return null;

        var refusal = row is null ? Refusal.Absent : may(row) ? await change(row) : new(PartnerText.NotNow);
        return refusal is null ? null : _audit.Refused(by, $"register.partner.{deed}", partner.Value, refusal);
    }, stop);

    private Task<Sponsorship> LastAsync(AssignmentId partner, DateTime now, CancellationToken stop) =>
        Sponsorship.Last(_db, now).AsNoTracking().SingleAsync(s => s.Assignment == partner, stop);
}
