using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Privacy.Erasures;
using Tupa.Register;
using Tupa.Retention;

namespace Tupa.Privacy;

/// <summary>On one's own page: by which day one's data goes. Said before the end, for after it nobody signs in.</summary>
internal sealed class EraseByPart(TupaDb db, Leavers leavers, EraseBy rule, TimeProvider clock) : IMePart
{
    public int Order => 90;

    public async Task<RenderFragment?> PartAsync(Actor actor, CancellationToken stop)
    {
        if (actor.Person is not { } me || await leavers.EndOfUseAsync(me, stop) is not { } end) return null;

        var now = clock.UtcNow();
        var held = await db.Set<LegalHold>().AnyAsync(h => h.Person == me && now < h.UntilUtc, stop);
        var last = EraseBy.LastDay(end);
        var words = last >= Helsinki.Open ? ErasureText.WouldEnd(rule.Day(clock.Today())) : ErasureText.Ends(last, rule.Day(last), EraseBy.Cap(last));
        return builder =>
        {
            builder.OpenComponent<EraseByCard>(0);
            builder.AddComponentParameter(1, nameof(EraseByCard.Words), words);
            builder.AddComponentParameter(2, nameof(EraseByCard.Held), held);
            builder.CloseComponent();
        };
    }
}
