using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Access;

/// <summary>Lets an operator in again who has lost the way and has nobody to turn to: done on the machine.</summary>
public sealed class OperatorRecovery
{
    private readonly TupaDb _db;
    private readonly Writing _writing;
    private readonly AuditLog _audit;
    private readonly Authorities _authorities;
    private readonly PersonContacts _contacts;
    private readonly CodeActions _codes;
    private readonly FactorResets _resets;

    internal OperatorRecovery(TupaDb db, Writing writing, AuditLog audit, Authorities authorities, PersonContacts contacts, CodeActions codes, FactorResets resets) =>
        (_db, _writing, _audit, _authorities, _contacts, _codes, _resets) = (db, writing, audit, authorities, contacts, codes, resets);

    /// <summary>Takes the second factor and ends every session; the slip is for the case that the password is lost too. Operators only.</summary>
    public async Task<(Slip? Slip, Refusal? Refusal)> RecoverAsync(string userId, Actor by, CancellationToken stop = default)
    {
        Slip? slip = null;
        var refusal = await _writing.RunAsync(async () =>
        {
            slip = null;
            var folded = Account.FoldedOf(userId);
            var person = await _db.Set<Account>().Where(a => a.Folded == folded).Select(a => (PersonId?)a.Person).FirstOrDefaultAsync(stop);
            if (!await _authorities.HoldsAsync(person, AuthorityKind.Operator, stop: stop))
                return _audit.Refused(by, "access.operator.recover", null, new(OperatorText.NoOperator), person);

            await _resets.TakeAsync(person!.Value, by, stop);
            slip = await _codes.IssueByHouseAsync((await _contacts.OfAsync([person.Value], stop))[0], by, stop);
            return null;
        }, stop);
        return (slip, refusal);
    }
}
