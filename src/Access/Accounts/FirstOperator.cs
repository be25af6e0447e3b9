using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Access;

/// <summary>Lets the first person in: made on the machine, since nobody else can vouch for anyone yet.</summary>
public sealed class FirstOperator
{
    private readonly TupaDb _db;
    private readonly Writing _writing;
    private readonly AuditLog _audit;
    private readonly OperatorActions _operators;
    private readonly PersonContacts _contacts;
    private readonly CodeActions _codes;

    internal FirstOperator(TupaDb db, Writing writing, AuditLog audit, OperatorActions operators, PersonContacts contacts, CodeActions codes) =>
        (_db, _writing, _audit, _operators, _contacts, _codes) = (db, writing, audit, operators, contacts, codes);

    /// <summary>True while nobody has an account: nobody can sign in, and nobody can be given a code.</summary>
    public async Task<bool> IsNeededAsync(CancellationToken stop = default) => !await _db.Set<Account>().AnyAsync(stop);

    /// <summary>The operator with an account, and the one-time code of the first password. All of it, or nothing.</summary>
    public async Task<(Slip? Slip, Refusal? Refusal)> AddAsync(NewOperator told, Actor by, CancellationToken stop = default)
    {
        Slip? slip = null;
        var refusal = await _writing.RunAsync(async () =>
        {
            slip = null;
            var folded = Account.FoldedOf(told.UserId);
            if (await _db.Set<Account>().AnyAsync(a => a.Folded == folded, stop)) return _audit.Refused(by, "register.operator.add", null, OperatorText.UserIdTaken);

            var person = PersonId.New();
            if (await _operators.AddAsync(person, told, by, stop) is { } refused) return refused;

            await _writing.FlushAsync(stop);
            slip = await _codes.IssueByHouseAsync((await _contacts.OfAsync([person], stop))[0], by, stop);
            return null;
        }, stop);
        return (slip, refusal);
    }
}
