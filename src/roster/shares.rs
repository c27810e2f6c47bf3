//! What everyone is due of a number of turns: in proportion to weight, and nobody more
//! than one.

/// One turn, in the parts that everything is counted in. Divisible by 1 to 16, so that
/// the shares of a pool of ordinary size leave nothing over.
pub const TURN: i64 = 720_720;

/// Divides `turns` over seats of these weights. Who would get more than one turn gets
/// one, and the rest is divided again over the others.
pub(super) fn divide(turns: usize, weights: &[i64]) -> Vec<i64> {
    let mut shares = vec![0; weights.len()];
    let mut rest = i64::try_from(turns).unwrap_or(i64::MAX / TURN) * TURN;
    let mut open: Vec<usize> = (0..weights.len()).filter(|&seat| weights[seat] > 0).collect();
    loop {
        let total: i64 = open.iter().map(|&seat| weights[seat]).sum();
        if total == 0 {
            return shares;
        }
        let (full, others): (Vec<usize>, Vec<usize>) =
            open.iter().partition(|&&seat| rest * weights[seat] >= TURN * total);
        if full.is_empty() {
            for seat in others {
                shares[seat] = rest * weights[seat] / total;
            }
            return shares;
        }
        for seat in full {
            shares[seat] = TURN;
            rest -= TURN;
        }
        open = others;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_seats_get_equal_parts() {
        assert_eq!(divide(1, &[1, 1, 1, 1]), [TURN / 4; 4]);
        assert_eq!(divide(3, &[5, 5, 5, 5]), [TURN / 4 * 3; 4]);
        // 17 does not divide a turn: what is over goes to nobody.
        assert_eq!(divide(1, &[1; 17]), [42_395; 17]);
    }

    #[test]
    fn weight_counts_until_a_whole_turn() {
        assert_eq!(divide(1, &[2, 1, 1]), [TURN / 2, TURN / 4, TURN / 4]);
        // Of 2 turns the first would get 2·4/6 > 1; it gets one, the others half of the other.
        assert_eq!(divide(2, &[4, 1, 1]), [TURN, TURN / 2, TURN / 2]);
        // Exactly one is full too: 2·2/4.
        assert_eq!(divide(2, &[2, 1, 1]), [TURN, TURN / 2, TURN / 2]);
        // One that is full lets the next become full: 3·4/9 > 1, then 2·3/5 > 1, then 1·1/2.
        assert_eq!(divide(3, &[4, 3, 1, 1]), [TURN, TURN, TURN / 2, TURN / 2]);
    }

    #[test]
    fn a_reserve_has_no_share() {
        assert_eq!(divide(2, &[0, 1, 0]), [0, TURN, 0]);
        assert_eq!(divide(1, &[0, 0]), [0, 0]);
        assert_eq!(divide(0, &[1, 1]), [0, 0]);
        assert!(divide(3, &[]).is_empty());
    }
}
