mod admit_sender;
mod set_quota;
