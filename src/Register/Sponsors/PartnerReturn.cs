using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What a partner had when the access was shut comes back with it: groups, places, a user ID. Inside a writing.</summary>
internal sealed class PartnerReturn(TupaDb db, Writing writing, Announcer announcer)
{
    private bool _returns;

    /// <summary>Before the assignment is moved: the places of the invitation go on until the new day, and what was cut with the access opens again.</summary>
    public async Task PrepareAsync(AssignmentId partner, DateTime until, DateTime now, CancellationToken stop)
    {
        var row = await db.Set<Assignment>().AsNoTracking().Where(a => a.Id == partner).Select(a => new { a.Person, a.UntilUtc }).SingleAsync(stop);
        var places = db.Set<GroupMember>().Where(m => m.Cause == partner.Value && m.Because == Because.Grant && m.GrantedUntil > m.FromUtc);
        _returns = row.UntilUtc <= now;
        if (_returns)
        {
            // A grant that somebody ended was given until then; one that was cut with the access was given for longer.
            await db.Set<GroupMember>()
                .Where(m => m.Person == row.Person && m.UntilUtc == row.UntilUtc && ((m.Cause == partner.Value && m.Because == Because.Assignment)
                    || (m.Because == Because.Grant && !m.WhileStaff && m.Cause != partner.Value && m.GrantedUntil > m.UntilUtc)))
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.FromUtc, now).SetProperty(m => m.UntilUtc, m => m.GrantedUntil ?? until), stop);
            await places.Where(m => m.UntilUtc == row.UntilUtc)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.FromUtc, now).SetProperty(m => m.UntilUtc, until).SetProperty(m => m.GrantedUntil, until), stop);
            await UserIdAsync(row.Person, stop);
            return;
        }

        await places.Where(m => m.UntilUtc > now).ExecuteUpdateAsync(set => set.SetProperty(m => m.GrantedUntil, until), stop);
    }

    /// <summary>After it has been moved: the rooms above make an account anew.</summary>
    public async Task WelcomeAsync(AssignmentId partner, DateTime now, CancellationToken stop)
    {
        if (!_returns) return;

        var row = await db.Set<Assignment>().AsNoTracking().SingleAsync(a => a.Id == partner, stop);
        await announcer.AnnounceAsync([new AssignmentBegun(partner, row.Person, row.Population, now, row.UntilUtc)], stop);
    }

    /// <summary>The old one went with the account; a new one is made like the first.</summary>
    private async Task UserIdAsync(PersonId person, CancellationToken stop)
    {
        if (await db.Set<CardA>().SingleOrDefaultAsync(c => c.Person == person, stop) is not { UserId: null } card) return;

        card.UserId = await InvitationActions.UserIdAsync(db, card.GivenName, card.FamilyName, stop);
        var record = await db.Set<Origin>().Where(o => o.Person == person && o.Card == Card.A).Select(o => new { o.SourceRecord, o.Batch, o.ReceivedAt }).FirstOrDefaultAsync(stop);
        if (record is not null && !await db.Set<Origin>().AnyAsync(o => o.Person == person && o.Card == Card.A && o.Column == "user_id", stop))
            db.Add(new Origin { Person = person, Card = Card.A, Column = "user_id", SourceRecord = record.SourceRecord, Batch = record.Batch, ReceivedAt = record.ReceivedAt });
        await writing.FlushAsync(stop);
    }
}
