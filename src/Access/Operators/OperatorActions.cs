using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Access;

/// <summary>Lets the first operator in: <c>tupa operator add</c>.</summary>
public sealed class OperatorActions(Writing writing, FirstOperator first, PersonContacts contacts, IServiceProvider services)
{
    /// <summary>Makes the person and returns the slip with which they set their password; refused when the house has an operator.</summary>
    public async Task<(Slip? Slip, Refusal? Refusal)> AddAsync(
        string userId, string given, string family, string? email, Text city, CancellationToken stop = default)
    {
        Slip? slip = null;
        var codes = (CodeActions)services.GetService(typeof(CodeActions))!;
        var refusal = await writing.RunAsync(async () =>
        {
            var (person, refused) = await first.MakeAsync(userId, given, family, email, city, stop);
            if (refused is not null) return refused;

            var contact = (await contacts.OfAsync([person], stop)).Single();
            slip = await codes.IssueByHouseAsync(contact, Actor.House("access.operator-add"), stop);
            return slip is null ? throw new InvalidOperationException("Somebody else has this user ID") : null;
        }, stop);
        return (refusal is null ? slip : null, refusal);
    }
}
